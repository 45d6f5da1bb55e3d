package org.callboard.agenda;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.callboard.change.Announcement;
import org.callboard.change.Announcement.Level;
import org.callboard.change.Announcement.Mode;
import org.callboard.change.Announcement.Target;
import org.callboard.change.Announcement.Text;
import org.callboard.change.Change;
import org.callboard.change.Effect;

/** The changes that tell people something, and that stop telling it. */
final class Announcing {
  /** When somebody must look whether a takeover still holds. */
  static final Duration REVIEW = Duration.ofMinutes(15);

  /** How long people are told that it is over. */
  static final Duration ALL_CLEAR = Duration.ofMinutes(10);

  private final Situation in;

  Announcing(Situation in) {
    this.in = in;
  }

  Verdict.Planned announce(Change.Announce announce) {
    List<Effect> effects = new ArrayList<>();
    Announcement draft = announce.draft();
    Wellformed.require(in, draft);
    String id = "a" + in.occasion().revision();
    String thread = id;
    if (announce.supersedes().isPresent()) {
      LiveAnnouncement old = standing(announce.supersedes().get());
      thread = old.announcement().thread();
      effects.add(
          new Effect.Withdrawn(
              old.announcement().id(), old.endedAt(), Optional.of(opening(draft))));
    }
    requireNoTakeover(draft);
    effects.add(new Effect.Announced(completed(draft).as(id, thread)));
    return Verdict.Planned.of(effects);
  }

  /** Until the next version opens, the one before it stands. */
  private Instant opening(Announcement draft) {
    return draft.from().isAfter(in.now()) ? draft.from() : in.now();
  }

  Verdict.Planned withdraw(Change.Withdraw withdraw) {
    LiveAnnouncement live = known(withdraw.announcement());
    if (live.isOverAt(in.now())) {
      throw new Impossible(
          headline(live)
              + " ended at "
              + in.clock(live.end().orElse(in.now()))
              + " already; nothing would change.");
    }
    List<Effect> effects = new ArrayList<>();
    String id = live.announcement().id();
    effects.add(new Effect.Withdrawn(id, live.endedAt(), Optional.of(in.now())));
    superseded(live).ifPresent(effects::add);
    withdraw.allClear().map(text -> allClear(live.announcement(), text)).ifPresent(effects::add);
    return Verdict.Planned.of(effects);
  }

  /** The version that another was to take the place of stands on when that never opens. */
  private Optional<Effect> superseded(LiveAnnouncement next) {
    Announcement draft = next.announcement();
    return in.agenda().announcements().stream()
        .filter(other -> draft.from().isAfter(in.now()))
        .filter(other -> other.announcement().thread().equals(draft.thread()))
        .filter(other -> other.endedAt().filter(draft.from()::equals).isPresent())
        .map(
            other ->
                (Effect)
                    new Effect.Withdrawn(
                        other.announcement().id(), other.endedAt(), Optional.empty()))
        .findFirst();
  }

  private Effect allClear(Announcement over, String headline) {
    if (headline.isBlank()) {
      throw new Impossible("An all-clear needs words; leave it out to end without one.");
    }
    Announcement announcement =
        new Announcement(
            "a" + in.occasion().revision(),
            over.thread(),
            Level.URGENT,
            over.mode(),
            new Text(headline, ""),
            Map.of(),
            over.targets(),
            in.now(),
            Optional.of(in.now().plus(ALL_CLEAR)),
            Optional.empty(),
            true);
    Wellformed.requireLengths(announcement);
    return new Effect.Announced(announcement);
  }

  /** With no target it is for the whole venue; a takeover is looked at again. */
  private static Announcement completed(Announcement draft) {
    boolean isTakeover = draft.level() == Level.SAFETY;
    return new Announcement(
        draft.id(),
        draft.thread(),
        draft.level(),
        draft.mode(),
        draft.text(),
        draft.translations(),
        draft.targets().isEmpty() ? List.of(Target.VENUE) : draft.targets(),
        draft.from(),
        draft.until(),
        isTakeover && draft.reviewBy().isEmpty()
            ? Optional.of(draft.from().plus(REVIEW))
            : draft.reviewBy(),
        draft.isAllClear());
  }

  private LiveAnnouncement known(String id) {
    return in.agenda()
        .announcement(id)
        .orElseThrow(
            () ->
                new Impossible(
                    "There is no announcement " + id + "; /api/announcements lists them."));
  }

  private LiveAnnouncement standing(String id) {
    LiveAnnouncement live = known(id);
    if (live.endedAt().isEmpty() && !live.isOverAt(in.now())) {
      return live;
    }
    throw new Impossible(headline(live) + " is over or superseded; " + remedy(live) + ".");
  }

  private String remedy(LiveAnnouncement over) {
    return in.agenda().announcements().stream()
        .filter(other -> other.announcement().thread().equals(over.announcement().thread()))
        .filter(other -> other.endedAt().isEmpty() && !other.isOverAt(in.now()))
        .findFirst()
        .map(open -> "supersede " + open.announcement().id() + ", the version that stands")
        .orElse("announce it anew, without supersedes");
  }

  /** What is only practised never stands where what is meant stands at the same time. */
  private void requireNoTakeover(Announcement draft) {
    if (draft.level() != Level.SAFETY || draft.mode() == Mode.LIVE) {
      return;
    }
    for (LiveAnnouncement live : in.agenda().announcements()) {
      if (isMeantTakeover(live) && meet(draft, live)) {
        throw new Impossible(
            "A live takeover stands ("
                + headline(live)
                + "), and an "
                + "exercise or test is never shown over one; withdraw "
                + live.announcement().id()
                + " first, or choose a time at which none is open.");
      }
    }
  }

  private static boolean isMeantTakeover(LiveAnnouncement live) {
    return live.announcement().level() == Level.SAFETY && live.announcement().mode() == Mode.LIVE;
  }

  private boolean meet(Announcement draft, LiveAnnouncement live) {
    boolean isBegun =
        draft.until().map(until -> live.announcement().from().isBefore(until)).orElse(true);
    return isBegun && !live.isOverAt(opening(draft));
  }

  private static String headline(LiveAnnouncement live) {
    return Situation.quoted(live.announcement().text().headline());
  }
}
