package org.callboard.live;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.callboard.clock.Moment;
import org.callboard.wire.Topic;

/**
 * A screen that the node is to have, since it is paired, whether it is on the line or not.
 *
 * @param name what people call it
 * @param seen when it was last heard of, by whichever node
 */
public record Expected(
    String id, String name, String role, String room, DarkHours dark, Instant seen) {

  /** The screens expected, with the zone in which they are dark; any thread may read it. */
  record Roll(Map<String, Expected> screens, ZoneId zone) {
    static final Roll EMPTY = new Roll(Map.of(), ZoneId.of("UTC"));

    boolean isDark(String id, Instant eventTime) {
      Expected screen = screens.get(id);
      return screen != null && screen.dark().holds(eventTime.atZone(zone).toLocalTime());
    }

    List<Screen> absent(Set<String> present, Moment now) {
      return screens.values().stream()
          .filter(screen -> !present.contains(screen.id()))
          .map(screen -> screen.absent(now))
          .toList();
    }
  }

  private Screen absent(Moment now) {
    long ago = now.wall().toEpochMilli() - seen.toEpochMilli();
    Moment then = new Moment(seen, now.nanos() - ago * 1_000_000);
    Set<String> topics =
        role.equals("door") ? Set.of(Topic.VENUE, Topic.room(room)) : Set.of(Topic.ALL);
    return new Screen(
        id,
        true,
        role,
        room,
        "",
        topics,
        "",
        0,
        then,
        then,
        Optional.empty(),
        Map.of(),
        Optional.of(then),
        Screen.Pairing.PROVED);
  }
}
