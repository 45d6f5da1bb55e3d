package org.callboard.pages;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.callboard.agenda.LiveSession;
import org.callboard.programme.Slot;

/** How one session is put into words apart from any room's board. */
final class SessionWords {
  private final View view;
  private final Labels labels;
  private final Wording wording;
  private final People people;

  SessionWords(View view, Labels labels, Wording wording) {
    this.view = view;
    this.labels = labels;
    this.wording = wording;
    this.people = new People(labels);
  }

  /** {@code cancelled}, {@code now}, {@code coming} or {@code past}. */
  String state(LiveSession session) {
    if (session.isCancelled()) {
      return "cancelled";
    }
    if (wording.frames().stream().anyMatch(frame -> frame.now().contains(session.id()))) {
      return "now";
    }
    boolean isAhead = session.isPostponed() || session.span().end().isAfter(view.now());
    return isAhead ? "coming" : "past";
  }

  /** How a session stands against its plan, wherever one is. */
  List<Sign> standing(LiveSession session) {
    if (session.isCancelled()) {
      return List.of(Sign.cancelled(labels.say("cancelled")));
    }
    List<Sign> standing = new ArrayList<>();
    if (!session.rooms().equals(session.plan().rooms())) {
      standing.add(Sign.moved(labels.say("movedTo", wording.signs().places(session))));
    }
    if (session.isPostponed()) {
      standing.add(Sign.waiting(labels.say("timeUnknown")));
    }
    wording.signs().late(session).ifPresent(standing::add);
    if (wording.frames().stream().anyMatch(frame -> frame.changed().containsKey(session.id()))) {
      standing.add(Sign.fresh(labels.say("changed")));
    }
    return standing;
  }

  List<String> paragraphs(LiveSession session) {
    return paragraphs(session.description(), session.plan().questions());
  }

  static List<String> paragraphs(String description, List<String> questions) {
    List<String> paragraphs = new ArrayList<>();
    if (!description.isEmpty()) {
      paragraphs.addAll(List.of(description.split("\n\n")));
    }
    paragraphs.addAll(questions);
    return paragraphs;
  }

  List<String> people(LiveSession session) {
    return people(session.people());
  }

  /** Each person with their role, in the order of roles. */
  List<String> people(List<Slot> slots) {
    return slots.stream()
        .sorted(Comparator.comparing(Slot::role))
        .map(slot -> people.heading(slot.role(), 1) + ": " + people.person(slot))
        .toList();
  }
}
