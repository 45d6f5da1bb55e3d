package org.callboard.agenda;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.callboard.change.Details;
import org.callboard.programme.Session;
import org.callboard.programme.Slot;
import org.callboard.programme.Span;

/** One session under a new plan: its live values against the old plan and the new. */
final class Merge {
  private final LiveSession live;
  private final Session from;
  private final Session to;
  private final List<String> conflicts = new ArrayList<>();
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

  /** What both changed, in a word each. */
  List<String> conflicts() {
    return List.copyOf(conflicts);
  }

  /** A time that is unknown was taken away live. */
  private Span time() {
    if (live.isPostponed()) {
      if (!from.span().equals(to.span())) {
        conflicts.add("time");
      }
      return live.span();
    }
    return merged("time", live.span(), from.span(), to.span());
  }

  private List<String> rooms() {
    return merged("room", live.rooms(), from.rooms(), to.rooms());
  }

  /** Slot by slot while the slots are the same ones, else all of them at once. */
  private List<Slot> people() {
    boolean areTheSameSlots =
        roles(live.people()).equals(roles(from.people()))
            && roles(from.people()).equals(roles(to.people()));
    if (!areTheSameSlots) {
      return merged("people", live.people(), from.people(), to.people());
    }
    return IntStream.range(0, to.people().size())
        .mapToObj(
            i -> merged("people", live.people().get(i), from.people().get(i), to.people().get(i)))
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
        merged("title", now.title(), old.title(), fresh.title()),
        merged("description", now.description(), old.description(), fresh.description()),
        merged("languages", now.languages(), old.languages(), fresh.languages()),
        merged("kind", now.kind(), old.kind(), fresh.kind()));
  }

  private <T> T merged(String what, T now, T old, T fresh) {
    if (now.equals(old)) {
      return fresh;
    }
    if (!fresh.equals(old) && !fresh.equals(now) && !conflicts.contains(what)) {
      conflicts.add(what);
    }
    return now;
  }
}
