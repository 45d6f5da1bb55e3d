package org.callboard.agenda;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.callboard.change.Conflict;
import org.callboard.change.Details;
import org.callboard.change.Matter;
import org.callboard.programme.Session;
import org.callboard.programme.Slot;
import org.callboard.programme.Span;

/** One session under a new plan: its live values against the old plan and the new. */
final class Merge {
  private final LiveSession live;
  private final Session from;
  private final Session to;
  private final List<Conflict> conflicts = new ArrayList<>();
  private final LiveSession result;

  Merge(LiveSession live, Session to) {
    this.live = live;
    this.from = live.plan();
    this.to = to;
    this.result =
        new LiveSession(
            to, time(), rooms(), people(), details(), live.isCancelled(), live.isPostponed());
  }

  LiveSession result() {
    return result;
  }

  /** What both changed. */
  List<Conflict> conflicts() {
    return List.copyOf(conflicts);
  }

  /** A time that is unknown was taken away live. */
  private Span time() {
    if (live.isPostponed()) {
      if (!from.span().equals(to.span())) {
        conflicts.add(Conflict.about(Matter.TIME, from));
      }
      return live.span();
    }
    return merged(Matter.TIME, live.span(), from.span(), to.span());
  }

  private List<String> rooms() {
    return merged(Matter.ROOM, live.rooms(), from.rooms(), to.rooms());
  }

  /** Slot by slot while the slots are the same ones, else all of them at once. */
  private List<Slot> people() {
    boolean areTheSameSlots =
        roles(live.people()).equals(roles(from.people()))
            && roles(from.people()).equals(roles(to.people()));
    if (!areTheSameSlots) {
      return merged(Matter.PEOPLE, live.people(), from.people(), to.people());
    }
    return IntStream.range(0, to.people().size())
        .mapToObj(
            i ->
                merged(
                    Matter.PEOPLE,
                    OptionalInt.of(i),
                    live.people().get(i),
                    from.people().get(i),
                    to.people().get(i)))
        .toList();
  }

  private static List<Object> roles(List<Slot> slots) {
    return slots.stream().map(slot -> (Object) slot.role()).toList();
  }

  private Details details() {
    Details now = live.details();
    Details old = Details.of(from);
    Details fresh = Details.of(to);
    return new Details(
        merged(Matter.TITLE, now.title(), old.title(), fresh.title()),
        merged(Matter.DESCRIPTION, now.description(), old.description(), fresh.description()),
        merged(Matter.LANGUAGES, now.languages(), old.languages(), fresh.languages()),
        merged(Matter.KIND, now.kind(), old.kind(), fresh.kind()));
  }

  private <T> T merged(Matter matter, T now, T old, T fresh) {
    return merged(matter, OptionalInt.empty(), now, old, fresh);
  }

  private <T> T merged(Matter matter, OptionalInt slot, T now, T old, T fresh) {
    if (now.equals(old)) {
      return fresh;
    }
    if (!fresh.equals(old) && !fresh.equals(now)) {
      conflicts.add(new Conflict(matter, slot, from, ""));
    }
    return now;
  }
}
