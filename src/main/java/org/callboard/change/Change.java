package org.callboard.change;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.callboard.programme.Kind;
import org.callboard.programme.Programme;
import org.callboard.programme.Role;
import org.callboard.programme.Session;
import org.callboard.programme.Span;

/** What an organiser can ask of the day. */
public sealed interface Change {

  /** A change that is about one session; others may be touched by what follows from it. */
  sealed interface OfSession extends Change {
    String session();
  }

  /** The session starts later, or earlier when the minutes are below zero. */
  record Delay(String session, int minutes, Ripple ripple) implements OfSession {}

  /** The session starts later, and nobody knows when. */
  record Postpone(String session) implements OfSession {}

  /** The session becomes longer, or shorter when the minutes are below zero. */
  record Extend(String session, int minutes, Ripple ripple) implements OfSession {}

  /** The session is at another time; nothing else moves. */
  record Retime(String session, Span to) implements OfSession {}

  /** The session begins now, with its length kept. */
  record Start(String session) implements OfSession {}

  /** The session ends now. */
  record Finish(String session, Ripple ripple) implements OfSession {}

  /** The session is called off. */
  record Cancel(String session) implements OfSession {}

  /** The session is on again. */
  record Reinstate(String session) implements OfSession {}

  /** The session is in other rooms; none makes it venue-wide. */
  record Move(String session, List<String> rooms) implements OfSession {
    public Move {
      rooms = List.copyOf(rooms);
    }
  }

  /** Two sessions change places: each takes the other's rooms and start. */
  record Swap(String session, String with) implements OfSession {}

  /**
   * A slot is held by somebody, or open again when the name is empty.
   *
   * @param slot its index within its role, from 0
   */
  record Assign(String session, Role role, int slot, String name, String affiliation)
      implements OfSession {}

  /** The session is described in other words; what is empty stays. */
  record Edit(
      String session,
      Optional<String> title,
      Optional<String> description,
      Optional<List<String>> languages,
      Optional<Kind> kind)
      implements OfSession {}

  /** There is one more session; its id is a wish, and another is given where it is taken. */
  record Add(Session draft) implements Change {}

  /** People at a room's door are told whether there is room for them. */
  record SetRoom(String room, RoomStatus status) implements Change {}

  /**
   * People are told something.
   *
   * @param draft without an id, which the desk gives
   * @param supersedes the id of the version that it takes the place of
   */
  record Announce(Announcement draft, Optional<String> supersedes) implements Change {}

  /**
   * An announcement ends now.
   *
   * @param allClear what people are told instead for a few minutes
   */
  record Withdraw(String announcement, Optional<String> allClear) implements Change {}

  /** A room calls for the organisers. */
  record Call(String room, CallKind kind, String detail) implements Change {}

  /** A call has been seen to. */
  record Answer(String call) implements Change {}

  /** What runs in these rooms is frozen as it is; no rooms means all. */
  record Hold(List<String> rooms) implements Change {
    public Hold {
      rooms = List.copyOf(rooms);
    }
  }

  /** What was held goes on, later by as long as it was held; no rooms means all that are held. */
  record Resume(List<String> rooms) implements Change {
    public Resume {
      rooms = List.copyOf(rooms);
    }
  }

  /** The rehearsal goes on from another instant or at another pace. */
  record SetClock(Instant at, double speed) implements Change {}

  /** There is a new edition of the programme. */
  record Import(Programme programme, boolean isForced) implements Change {}

  /** There is a new edition, to be taken when an organiser says so; none takes the offer back. */
  record Propose(Optional<Offer> offer) implements Change {}

  /**
   * An organiser chooses between what a new edition says and what was changed live.
   *
   * @param isPlanTaken whether the edition is right
   * @param isForced for an offered edition, whether it may drop much
   */
  record Settle(String conflict, boolean isPlanTaken, boolean isForced) implements Change {}

  /** What an entry of the journal did is taken back. */
  record Undo(long revision) implements Change {}

  /**
   * A change is to be made later, at an instant of the event clock.
   *
   * @param request the change as it was asked for, to be read again then
   */
  record Schedule(Instant due, String request, Change change) implements Change {}

  /** A change that waited is made, once: only while it still waits. */
  record Make(String pending, Change change) implements Change {}

  /** A change that was to be made later is not made. */
  record Unschedule(String pending) implements Change {}
}
