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
import org.callboard.desk.Prefix;
import org.callboard.journal.Entry;

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

  private boolean isOfSafety(Change change) {
    if (change instanceof Change.Announce announce) {
      return announce.draft().level() == Level.SAFETY
          || announce.supersedes().map(this::isSafety).orElse(false);
    }
    return change instanceof Change.Withdraw withdraw && isSafety(withdraw.announcement());
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
            || change instanceof Change.Finish finish && isOwn(finish.session())
            || change instanceof Change.Extend extend && isOwn(extend.session())
            || change instanceof Change.Delay delay && isOwn(delay.session())
            || change instanceof Change.Call call && account.rooms().contains(call.room())
            || change instanceof Change.Undo undo && isOwn(undo.revision());
    return mayAsk
        ? Optional.empty()
        : Optional.of(
            "A host may start, finish, extend and delay sessions, set the room's status, call for the"
                + " organisers and undo what it did itself, only in "
                + String.join(", ", account.rooms())
                + "; ask an organiser for the rest.");
  }

  private boolean isOwn(long revision) {
    return prefix.entry(revision).map(Entry::author).filter(account.name()::equals).isPresent();
  }

  private boolean isOwn(String session) {
    List<String> rooms = agenda.session(session).map(LiveSession::rooms).orElse(List.of());
    return !rooms.isEmpty() && Set.copyOf(account.rooms()).containsAll(rooms);
  }
}
