package org.callboard.interchange;

import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/**
 * What a person says about a source beside its bytes.
 *
 * @param zone the zone for a source that names none; without it, UTC and a warning
 * @param localTimes whether offsets in the source are false, and its times are local ones of the
 *     zone
 * @param columns for tables, which column means what: the name of a field to the heading of its
 *     column; empty to guess
 */
public record ReadingOptions(
    Optional<ZoneId> zone, boolean localTimes, Map<String, String> columns) {

  public ReadingOptions {
    columns = Map.copyOf(columns);
  }

  public static ReadingOptions inZone(Optional<ZoneId> zone) {
    return new ReadingOptions(zone, false, Map.of());
  }
}
