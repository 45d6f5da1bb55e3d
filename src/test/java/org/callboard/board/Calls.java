package org.callboard.board;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.callboard.change.Announcement;
import org.callboard.change.Announcement.Level;
import org.callboard.change.Announcement.Mode;
import org.callboard.change.Announcement.Target;

/** Announcements for tests, in as few words as can be. */
public final class Calls {

  private Calls() {}

  /** One whose id is its headline, for the whole venue. */
  public static Announcement venue(Level level, String headline, Instant from, Instant until) {
    return of(level, Mode.LIVE, headline, from, Optional.of(until), Target.VENUE);
  }

  public static Announcement of(
      Level level,
      Mode mode,
      String headline,
      Instant from,
      Optional<Instant> until,
      Target... targets) {
    return new Announcement(
        headline,
        headline,
        level,
        mode,
        new Announcement.Text(headline, ""),
        Map.of(),
        List.of(targets),
        from,
        until,
        Optional.empty(),
        false);
  }
}
