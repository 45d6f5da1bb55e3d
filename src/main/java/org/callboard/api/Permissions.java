package org.callboard.api;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.callboard.accounts.Account;
import org.callboard.accounts.AccountRole;
import org.callboard.agenda.Agenda;
import org.callboard.agenda.LiveSession;
import org.callboard.change.Announcement.Level;
import org.callboard.change.Change;
import org.callboard.change.Effect;
import org.callboard.change.Pending;
import org.callboard.change.Ripple;
import org.callboard.desk.Prefix;
import org.callboard.journal.Entry;
import org.callboard.wire.ChangeJson;

/** Who may ask for which change; a refusal says who may. */
final class Permissions {
  private final Account account;
  private final Prefix prefix;
  private final Agenda agenda;

  private Permissions(Account account, Prefix prefix) {
    this.account = account;
    this.prefix = prefix;
    this.agenda = prefix.agenda();
  }

  /** Why an account may not ask for a change; empty when it may. */
  static Optional<String> refusal(Account account, Change change, Prefix prefix) {
    return new Permissions(account, prefix).refusal(change);
  }

  private Optional<String> refusal(Change change) {
    if (change instanceof Change.Schedule schedule) {
      return refusal(schedule.change());
    }
    if (account.role() == AccountRole.HOST) {
      return ofHost(change);
    }
    boolean mayTakeOver = account.role() == AccountRole.DUTY || account.role() == AccountRole.ADMIN;
    return isOfSafety(change) && !mayTakeOver
        ? Optional.of("Announcements of level safety are for the duty manager and for admins.")
        : Optional.empty();
  }

  /** Taking back what was done is worth as much as doing it. */
  private boolean isOfSafety(Change change) {
    if (change instanceof Change.Announce announce) {
      return announce.draft().level() == Level.SAFETY
          || announce.supersedes().map(this::isSafety).orElse(false);
    } else if (change instanceof Change.Undo undo) {
      return prefix.entry(undo.revision()).map(this::isOfSafety).orElse(false);
    } else if (change instanceof Change.Unschedule unschedule) {
      return agenda.pending(unschedule.pending()).map(this::isOfSafety).orElse(false);
    }
    return change instanceof Change.Withdraw withdraw && isSafety(withdraw.announcement());
  }

  private boolean isOfSafety(Entry entry) {
    return entry.effects().stream().anyMatch(this::isOfSafety);
  }

  private boolean isOfSafety(Effect effect) {
    if (effect instanceof Effect.Announced announced) {
      return announced.announcement().level() == Level.SAFETY;
    } else if (effect instanceof Effect.Retracted retracted) {
      return retracted.announcement().level() == Level.SAFETY;
    } else if (effect instanceof Effect.Scheduled scheduled) {
      return isOfSafety(scheduled.pending());
    } else if (effect instanceof Effect.Unscheduled unscheduled) {
      return isOfSafety(unscheduled.pending());
    }
    return effect instanceof Effect.Withdrawn withdrawn && isSafety(withdrawn.announcement());
  }

  private boolean isOfSafety(Pending pending) {
    return isOfSafety(ChangeJson.read(pending.request(), pending.due(), 1).change());
  }

  private boolean isSafety(String announcement) {
    return agenda
        .announcement(announcement)
        .map(live -> live.announcement().level() == Level.SAFETY)
        .orElse(false);
  }

  /** A host runs what is in its own rooms: its times, whether there is room, and what it needs. */
  private Optional<String> ofHost(Change change) {
    boolean mayAsk =
        change instanceof Change.SetRoom set && account.rooms().contains(set.room())
            || change instanceof Change.Start start && isOwn(start.session())
            || change instanceof Change.Finish finish && isOwn(finish.session(), finish.ripple())
            || change instanceof Change.Extend extend && isOwn(extend.session(), extend.ripple())
            || change instanceof Change.Delay delay && isOwn(delay.session(), delay.ripple())
            || change instanceof Change.Call call && account.rooms().contains(call.room())
            || change instanceof Change.Undo undo && isOwn(undo.revision());
    return mayAsk
        ? Optional.empty()
        : Optional.of(
            "A host may start, finish, extend and delay sessions, set the room's status, call for the"
                + " organisers and undo what it did itself, only in "
                + String.join(", ", account.rooms())
                + ", and not through the venue; ask an organiser for the rest.");
  }

  private boolean isOwn(String session, Ripple ripple) {
    return ripple != Ripple.VENUE && isOwn(session);
  }

  private boolean isOwn(long revision) {
    return prefix.entry(revision).map(Entry::author).filter(account.name()::equals).isPresent();
  }

  private boolean isOwn(String session) {
    List<String> rooms = agenda.session(session).map(LiveSession::rooms).orElse(List.of());
    return !rooms.isEmpty() && Set.copyOf(account.rooms()).containsAll(rooms);
  }
}
