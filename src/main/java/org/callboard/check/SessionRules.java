package org.callboard.check;

import java.time.Duration;
import java.util.List;
import org.callboard.programme.Kind;
import org.callboard.programme.Programme;
import org.callboard.programme.Session;
import org.callboard.programme.Slot;

/** What is odd about one session by itself. */
final class SessionRules {
  private static final Duration LONG = Duration.ofHours(10);

  private final Programme programme;
  private final Sayings say;

  SessionRules(Programme programme, Sayings say) {
    this.programme = programme;
    this.say = say;
  }

  void tell(Findings findings) {
    for (Session session : programme.sessions()) {
      if (session.kind() != Kind.ALL_DAY) {
        length(session, findings);
        day(session, findings);
      }
      languages(session, findings);
      session.people().stream().filter(Slot::isOpen).forEach(slot -> open(session, slot, findings));
    }
  }

  private void length(Session session, Findings findings) {
    Duration length = session.span().length();
    if (length.isZero()) {
      findings.add(
          Topic.NO_LENGTH,
          List.of(session.id()),
          say.session(session) + " ends when it starts, so that it is never on.",
          "Give it an end.");
    } else if (session.kind().isPause()) {
      pause(session, length, findings);
    } else if (length.compareTo(LONG) > 0) {
      findings.add(
          Topic.LONG,
          List.of(session.id()),
          say.session(session) + " lasts " + length.toHours() + " hours.",
          "Check its end and its date.");
    }
  }

  private void pause(Session session, Duration length, Findings findings) {
    Duration least = session.minimumLength(session.kind()).orElse(Duration.ZERO);
    if (length.compareTo(least) < 0) {
      findings.add(
          Topic.SHORT_BREAK,
          List.of(session.id()),
          say.session(session)
              + " has "
              + length.toMinutes()
              + " min; people need "
              + least.toMinutes()
              + ".",
          "Make it longer, or say its minimum.");
    }
  }

  private void day(Session session, Findings findings) {
    boolean isInside =
        programme.days().isEmpty()
            || programme.days().stream()
                .anyMatch(
                    day ->
                        !session.span().start().isBefore(day.span().start())
                            && !session.span().end().isAfter(day.span().end()));
    if (!isInside) {
      findings.add(
          Topic.OUTSIDE_DAY,
          List.of(session.id()),
          say.session(session) + " is not within any day of the event.",
          "Check its date, or lengthen the day.");
    }
  }

  private void languages(Session session, Findings findings) {
    for (String room : session.rooms()) {
      List<String> there = say.known(room).languages();
      List<String> lost =
          session.languages().stream().filter(code -> !there.contains(code)).toList();
      if (!there.isEmpty() && !lost.isEmpty()) {
        findings.add(
            Topic.LANGUAGES,
            List.of(session.id()),
            say.session(session)
                + " is in "
                + Sayings.languages(lost)
                + ", and "
                + say.room(room)
                + " has "
                + Sayings.languages(there)
                + ".",
            "Bring interpretation there, or move it.");
      }
    }
  }

  private void open(Session session, Slot slot, Findings findings) {
    String role = slot.role().word().replace('-', ' ');
    String of = slot.affiliation().isEmpty() ? "" : " (" + slot.affiliation() + ")";
    findings.add(
        Topic.TBC,
        List.of(session.id()),
        say.session(session) + " has no name yet for its " + role + of + ".",
        "Name somebody, or take the slot out.");
  }
}
