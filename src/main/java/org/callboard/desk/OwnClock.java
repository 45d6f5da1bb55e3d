package org.callboard.desk;

import java.util.Optional;
import org.callboard.change.Change;

/**
 * Whether this node's own clock may be gone by, as far as the clocks of others say.
 *
 * @param trouble what is wrong with it and what would help, as a sentence; empty where nothing is
 * @param isCovered whether another node is there whose clock is right
 */
public record OwnClock(Optional<String> trouble, boolean isCovered) {
  public static final OwnClock GOOD = new OwnClock(Optional.empty(), false);

  /** Whether a scheduled change is left to others, who know when it is due. */
  boolean leavesDue() {
    return trouble.isPresent() && isCovered;
  }

  /** Why a change that means now cannot be made: elsewhere it would be early, or hours late. */
  Optional<Outcome> refusal(Change change) {
    return trouble
        .filter(wrong -> meansNow(change))
        .map(why -> new Outcome.NotSaved("Nothing was saved or shown. " + why));
  }

  private static boolean meansNow(Change change) {
    return change instanceof Change.Start
        || change instanceof Change.Finish
        || change instanceof Change.Hold
        || change instanceof Change.Resume
        || change instanceof Change.Announce
        || change instanceof Change.Withdraw
        || change instanceof Change.Call;
  }
}
