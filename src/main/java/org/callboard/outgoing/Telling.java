package org.callboard.outgoing;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.callboard.agenda.Agenda;
import org.callboard.agenda.LiveSession;
import org.callboard.change.Announcement;
import org.callboard.change.Effect;
import org.callboard.journal.Entry;
import org.callboard.programme.Room;
import org.callboard.programme.Slot;
import org.callboard.programme.Span;

/** How an entry of the journal is told in words, a line for each thing that people may know of. */
final class Telling {
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");
  private static final int MOST_LINES = 25;

  private final Agenda agenda;
  private final List<String> lines = new ArrayList<>();
  private final Set<String> sessions = new LinkedHashSet<>();
  private boolean isAnnouncement;

  private Telling(Agenda agenda) {
    this.agenda = agenda;
  }

  /** What an entry tells; empty where it changes nothing that people see. */
  static Optional<Message> of(Entry entry, Agenda agenda) {
    return new Telling(agenda).told(entry);
  }

  private Optional<Message> told(Entry entry) {
    boolean isEdition = entry.effects().stream().anyMatch(Effect.Imported.class::isInstance);
    for (Effect effect : entry.effects()) {
      if (effect instanceof Effect.OfSession ofSession) {
        sessions.add(ofSession.session());
        line(ofSession).filter(line -> !isEdition).ifPresent(lines::add);
      } else {
        line(effect).ifPresent(lines::add);
      }
    }
    if (lines.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Message(
            entry.revision(),
            entry.at(),
            agenda.programme().event().name(),
            isAnnouncement,
            bounded(lines),
            List.copyOf(sessions),
            entry.publicReason()));
  }

  private static List<String> bounded(List<String> lines) {
    if (lines.size() <= MOST_LINES) {
      return List.copyOf(lines);
    }
    List<String> bounded = new ArrayList<>(lines.subList(0, MOST_LINES));
    bounded.add("… and " + (lines.size() - MOST_LINES) + " more");
    return bounded;
  }

  private Optional<String> line(Effect.OfSession effect) {
    String title = quoted(effect.session());
    if (effect instanceof Effect.Retimed retimed) {
      return Optional.of(title + ": " + clock(retimed.from()) + " → " + clock(retimed.to()));
    } else if (effect instanceof Effect.Postponed postponed) {
      return Optional.of(
          title + (postponed.to() ? ": new time to be announced" : ": its time is known again"));
    } else if (effect instanceof Effect.Moved moved) {
      return Optional.of(title + ": " + rooms(moved.from()) + " → " + rooms(moved.to()));
    } else if (effect instanceof Effect.Cancelled cancelled) {
      return Optional.of(title + (cancelled.to() ? " is cancelled" : " takes place after all"));
    } else if (effect instanceof Effect.Assigned assigned) {
      return Optional.of(title + ": " + person(assigned.from()) + " → " + person(assigned.to()));
    } else if (effect instanceof Effect.Recast) {
      return Optional.of(title + ": other people take part");
    } else if (effect instanceof Effect.Edited edited) {
      boolean isRetitled = !edited.from().title().equals(edited.to().title());
      return Optional.of(
          isRetitled
              ? "“" + edited.from().title() + "” is now “" + edited.to().title() + "”"
              : title + " is described anew");
    } else if (effect instanceof Effect.Added added) {
      return Optional.of(
          "New: “"
              + added.plan().title()
              + "”, "
              + clock(added.plan().span())
              + ", "
              + rooms(added.plan().rooms()));
    } else if (effect instanceof Effect.Removed removed) {
      return Optional.of("“" + removed.plan().title() + "” is off the programme");
    }
    throw new IllegalStateException("An effect is of no known kind: effect=" + effect);
  }

  private Optional<String> line(Effect effect) {
    if (effect instanceof Effect.RoomSet set) {
      return Optional.of(rooms(List.of(set.room())) + " is " + set.to().word());
    } else if (effect instanceof Effect.Announced announced) {
      isAnnouncement = true;
      return Optional.of(said(announced.announcement()));
    } else if (effect instanceof Effect.Withdrawn withdrawn) {
      isAnnouncement = true;
      return agenda
          .announcement(withdrawn.announcement())
          .map(live -> "Over: " + live.announcement().text().headline());
    } else if (effect instanceof Effect.Imported imported) {
      return Optional.of(
          "A new edition of the programme: " + imported.to().sessions().size() + " sessions");
    }
    return Optional.empty(); // nothing that people see, or told by what goes along with it
  }

  private static String said(Announcement announcement) {
    String detail = announcement.text().detail();
    String mode =
        announcement.mode() == Announcement.Mode.LIVE
            ? ""
            : "[" + announcement.mode().word() + "] ";
    return mode
        + "["
        + announcement.level().word()
        + "] "
        + announcement.text().headline()
        + (detail.isEmpty() ? "" : ": " + detail);
  }

  private String quoted(String id) {
    return "“" + agenda.session(id).map(LiveSession::title).orElse(id) + "”";
  }

  private String rooms(List<String> ids) {
    return ids.isEmpty()
        ? "whole venue"
        : ids.stream()
            .map(id -> agenda.programme().room(id).map(Room::name).orElse(id))
            .collect(Collectors.joining(", "));
  }

  private static String person(Slot slot) {
    String name = slot.isOpen() ? "to be confirmed" : slot.name();
    return slot.affiliation().isEmpty() ? name : name + ", " + slot.affiliation();
  }

  private String clock(Span span) {
    return clock(span.start()) + "–" + clock(span.end());
  }

  private String clock(Instant instant) {
    return CLOCK.format(instant.atZone(agenda.programme().event().zone()));
  }
}
