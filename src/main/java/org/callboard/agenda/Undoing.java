package org.callboard.agenda;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.callboard.change.Announcement;
import org.callboard.change.Change;
import org.callboard.change.Effect;

/** The change that takes back what an entry of the journal did. */
final class Undoing {
  private final Situation in;
  private final List<Past> past;

  Undoing(Situation in) {
    this.in = in;
    this.past = List.copyOf(in.occasion().past());
  }

  Verdict.Planned undo(Change.Undo undo) {
    Past entry = entry(undo.revision());
    requireUndoable(entry);
    undoneBy(entry)
        .ifPresent(
            by -> {
              throw new Impossible(
                  "Revision "
                      + entry.revision()
                      + " was undone already by revision "
                      + by.revision()
                      + "; to have it again, undo "
                      + by.revision()
                      + ".");
            });
    requireUnchangedSince(entry);
    return Verdict.Planned.of(inverse(entry));
  }

  /** The entries that still hold: one and the one that undid it cancel each other out. */
  static List<Past> standing(List<Past> entries) {
    Set<Long> known = new HashSet<>(entries.stream().map(Past::revision).toList());
    Set<Long> cancelled = new HashSet<>();
    List<Past> standing = new ArrayList<>();
    for (int i = entries.size() - 1; i >= 0; i--) {
      Past entry = entries.get(i);
      if (cancelled.contains(entry.revision())) {
        continue;
      }
      Optional<Long> undone = entry.undoes().filter(known::contains);
      undone.ifPresentOrElse(cancelled::add, () -> standing.add(entry));
    }
    Collections.reverse(standing);
    return standing;
  }

  private Past entry(long revision) {
    return past.stream()
        .filter(entry -> entry.revision() == revision)
        .findFirst()
        .orElseThrow(
            () ->
                new Impossible(
                    "There is no revision " + revision + " to undo; /api/changes lists them."));
  }

  private void requireUndoable(Past entry) {
    if (entry.effects().stream().anyMatch(Effect.ClockSet.class::isInstance)) {
      throw new Impossible("Time that has run cannot be taken back; set the clock anew instead.");
    }
    if (entry.effects().isEmpty()) {
      throw new Impossible(
          "Revision " + entry.revision() + " changed nothing, so there is nothing to undo.");
    }
    if (isTheFirstImport(entry)) {
      throw new Impossible(
          "Revision "
              + entry.revision()
              + " brought the first edition, and there is none to go back to; import another"
              + " instead.");
    }
  }

  /** The import that a journal begins with. */
  private boolean isTheFirstImport(Past entry) {
    return entry.equals(past.get(0))
        && entry.effects().stream().anyMatch(Effect.Imported.class::isInstance);
  }

  private Optional<Past> undoneBy(Past entry) {
    return past.stream()
        .filter(later -> later.undoes().filter(undone -> undone == entry.revision()).isPresent())
        .filter(later -> undoneBy(later).isEmpty())
        .findFirst();
  }

  private void requireUnchangedSince(Past entry) {
    List<Past> later = past.stream().filter(other -> other.revision() > entry.revision()).toList();
    Set<String> subjects = subjects(entry);
    for (Past other : standing(later)) {
      Optional<String> shared =
          subjects(other).stream().filter(subjects::contains).sorted().findFirst();
      if (shared.isPresent()) {
        throw new Impossible(
            named(shared.get())
                + " was changed since by revision "
                + other.revision()
                + " ("
                + other.what()
                + ", "
                + in.clock(other.at())
                + "); undo that first.");
      }
    }
  }

  private static Set<String> subjects(Past entry) {
    Set<String> subjects = new HashSet<>();
    entry.effects().forEach(effect -> subjects.addAll(effect.subjects()));
    return subjects;
  }

  private String named(String subject) {
    String id = subject.substring(subject.indexOf(':') + 1);
    if (subject.startsWith("session:")) {
      return Situation.quoted(in.agenda().session(id).map(LiveSession::title).orElse(id));
    } else if (subject.startsWith("announcement:")) {
      Optional<LiveAnnouncement> live = in.agenda().announcement(id);
      return Situation.quoted(
          live.map(LiveAnnouncement::announcement)
              .map(Announcement::text)
              .map(Announcement.Text::headline)
              .orElse(id));
    } else if (subject.startsWith("room:") || subject.startsWith("hold:")) {
      return in.roomName(id);
    }
    if (subject.startsWith("call:")) {
      return "The call " + id;
    }
    if (subject.startsWith("conflict:")) {
      return "The conflict " + id;
    }
    return subject.startsWith("pending:") ? "The scheduled change " + id : "The " + subject;
  }

  /** What waited for an instant that has passed does not wait again. */
  private List<Effect> inverse(Past entry) {
    List<Effect> inverse = new ArrayList<>(entry.effects().stream().map(Effect::inverse).toList());
    Collections.reverse(inverse);
    inverse.removeIf(
        effect ->
            effect instanceof Effect.Scheduled scheduled
                && !scheduled.pending().due().isAfter(in.now()));
    if (inverse.isEmpty()) {
      throw new Impossible(
          "The instant that the change waited for has passed; schedule it anew, or make it now.");
    }
    return inverse;
  }
}
