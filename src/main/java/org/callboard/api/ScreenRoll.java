package org.callboard.api;

import java.util.List;
import org.callboard.accounts.AccountsUnavailable;
import org.callboard.accounts.PairedScreen;
import org.callboard.accounts.Pairings;
import org.callboard.live.DarkHours;
import org.callboard.live.Expected;
import org.callboard.live.Screens;
import org.callboard.live.Scripts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the registry which screens are paired, so that it misses those that are not there. */
record ScreenRoll(Pairings pairings, Screens screens, Scripts scripts) {
  private static final Logger LOG = LoggerFactory.getLogger(ScreenRoll.class);

  /** Reads the records, which blocks. */
  void call() {
    List<Expected> expected = pairings.list().stream().map(ScreenRoll::expected).toList();
    screens.expect(expected, scripts.boards().agenda().programme().event().zone());
  }

  /**
   * Calls after the records were changed; where they are unavailable by then, whoever lists does.
   */
  <T> T after(T change) {
    try {
      call();
    } catch (AccountsUnavailable trouble) {
      LOG.warn("The paired screens stay as they were known: {}", trouble.getMessage());
    }
    return change;
  }

  private static Expected expected(PairedScreen screen) {
    PairedScreen.Assignment assignment = screen.assignment();
    return new Expected(
        screen.id(),
        assignment.name(),
        assignment.role(),
        assignment.room(),
        DarkHours.of(assignment.off()),
        screen.seen().orElse(screen.created()));
  }
}
