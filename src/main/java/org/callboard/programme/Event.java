package org.callboard.programme;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * The conference: what is true of all its days.
 *
 * @param zone the one time zone in which people read its clock
 * @param asOf the day on which the programme says it was current
 * @param languages ISO 639-1 codes of all languages heard at the event
 */
public record Event(
    String name,
    String subtitle,
    ZoneId zone,
    String venue,
    Optional<LocalDate> asOf,
    List<String> languages) {

  public Event {
    languages = List.copyOf(languages);
  }
}
