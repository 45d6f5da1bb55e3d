package org.callboard.interchange;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.callboard.programme.Kind;
import org.callboard.programme.Role;
import org.callboard.programme.Session;
import org.callboard.programme.Slot;
import org.callboard.programme.Span;

/** The sessions of a native source; one that cannot be read is left out with a warning. */
final class NativeSessions {
  private static final Duration LONGEST = Duration.ofHours(24);

  private final NativeRooms rooms;
  private final ZoneId zone;
  private final Ids ids;

  /** A session as far as its own entry says it; where it says no end, its span is empty. */
  private record Draft(Entry entry, Session session, boolean ended) {}

  private NativeSessions(List<Entry> entries, NativeRooms rooms, ZoneId zone) {
    this.rooms = rooms;
    this.zone = zone;
    this.ids =
        new Ids(
            entries.stream().map(entry -> entry.text("id")).filter(id -> !id.isBlank()).toList());
  }

  static List<Session> read(List<Entry> entries, NativeRooms rooms, ZoneId zone) {
    NativeSessions reader = new NativeSessions(entries, rooms, zone);
    List<Draft> drafts = new ArrayList<>();
    entries.forEach(entry -> reader.draft(entry).ifPresent(drafts::add));
    MissingEnd ends = new MissingEnd(drafts.stream().map(Draft::session).toList(), zone);
    return drafts.stream().map(draft -> reader.finished(draft, ends)).toList();
  }

  private Optional<Draft> draft(Entry entry) {
    String title = title(entry);
    Optional<Instant> start = entry.time("start", zone);
    if (title.isBlank() || start.isEmpty()) {
      String missing = title.isBlank() ? "title" : "start";
      entry.warn("no-" + missing, missing, "a session without " + missing + " is left out; add it");
      return Optional.empty();
    }
    Optional<Instant> end = end(entry, start.get());
    Session session = session(entry, title, new Span(start.get(), end.orElse(start.get())));
    standing(entry);
    entry.close();
    return Optional.of(new Draft(entry, session, end.isPresent()));
  }

  private Session session(Entry entry, String title, Span span) {
    return new Session(
        id(entry, title),
        entry.text("label"),
        title,
        kind(entry),
        rooms.of(entry),
        span,
        entry.count("minimumMinutes"),
        entry.flag("pinned"),
        entry.texts("languages"),
        entry.text("organiser"),
        entry.entries("people", "person").stream().map(NativeSessions::slot).toList(),
        entry.text("description"),
        entry.texts("questions"));
  }

  /** What an export of a live day says; a plan does not hold it. */
  private static void standing(Entry entry) {
    if (entry.text("status").equals("cancelled")) {
      entry.warn(
          "cancelled",
          "status",
          "is marked as cancelled, but read as planned; leave it out or cancel it on the day");
    }
  }

  private static String title(Entry entry) {
    return entry.text("title").isBlank() ? entry.text("label") : entry.text("title");
  }

  private String id(Entry entry, String title) {
    String id = entry.text("id");
    if (id.isBlank()) {
      return ids.made(title);
    }
    String own = ids.own(id);
    if (!own.equals(id)) {
      entry.warn("duplicate-id", "id", Entry.quoted("id", id) + " is taken and became " + own);
    }
    return own;
  }

  private static Kind kind(Entry entry) {
    String word = entry.text("kind");
    Optional<Kind> kind = Kind.ofWord(word);
    if (kind.isEmpty() && !word.isEmpty()) {
      entry.warn(
          "kind",
          "kind",
          Entry.quoted("kind", word)
              + " is taken as other; "
              + Words.allowed(Kind.values(), Kind::word));
    }
    return kind.orElse(word.isEmpty() ? Kind.TALK : Kind.OTHER);
  }

  private static Slot slot(Entry entry) {
    String word = entry.text("role");
    Optional<Role> role = Role.ofWord(word);
    if (role.isEmpty() && !word.isEmpty()) {
      entry.warn(
          "role",
          "role",
          Entry.quoted("role", word)
              + " is taken as speaker; "
              + Words.allowed(Role.values(), Role::word));
    }
    Slot slot = new Slot(role.orElse(Role.SPEAKER), entry.text("name"), entry.text("affiliation"));
    entry.close();
    return slot;
  }

  private Optional<Instant> end(Entry entry, Instant start) {
    Optional<Instant> end = entry.time("end", zone);
    if (end.isPresent() && end.get().isBefore(start)) {
      entry.warn(
          "end",
          "end",
          Entry.quoted("end", entry.text("end")) + " is before the start; correct one of them");
      return Optional.empty();
    }
    if (end.isPresent() && Duration.between(start, end.get()).compareTo(LONGEST) > 0) {
      entry.warn(
          "long",
          "end",
          Entry.quoted("end", entry.text("end"))
              + " is over 24 hours after the start; check the date");
    }
    return end;
  }

  private Session finished(Draft draft, MissingEnd ends) {
    if (draft.ended()) {
      return draft.session();
    }
    Span span = ends.of(draft.session());
    draft
        .entry()
        .warn(
            "no-end",
            "end",
            "without an end it is taken to end at " + Times.text(span.end(), zone) + "; add end");
    return MissingEnd.with(draft.session(), span);
  }
}
