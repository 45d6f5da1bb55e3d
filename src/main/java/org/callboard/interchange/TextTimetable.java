package org.callboard.interchange;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.callboard.programme.Span;

/**
 * The blocks of a text on the calendar: the date of each day heading, and from when to when each
 * block is.
 */
final class TextTimetable {
  private static final Duration BACK_TO_NEXT_DATE = Duration.ofHours(6);
  private static final Duration LONGEST_OVER_MIDNIGHT = Duration.ofHours(12);
  private static final Duration ASSUMED_LENGTH = Duration.ofHours(1);

  private final TextOutline outline;
  private final ZoneId zone;
  private final Warnings warnings;
  private final List<LocalDate> dates = new ArrayList<>();
  private final List<LocalDateTime> starts = new ArrayList<>();

  private TextTimetable(TextOutline outline, ZoneId zone, Warnings warnings) {
    this.outline = outline;
    this.zone = zone;
    this.warnings = warnings;
  }

  static TextTimetable of(TextOutline outline, ZoneId zone, Warnings warnings)
      throws UnreadableProgramme {
    TextTimetable timetable = new TextTimetable(outline, zone, warnings);
    for (DayLine day : outline.days()) {
      timetable.dates.add(timetable.dateOf(day));
    }
    timetable.placeStarts();
    return timetable;
  }

  LocalDate date(int day) {
    return dates.get(Math.max(0, day));
  }

  Span span(int block) {
    Instant start = starts.get(block).atZone(zone).toInstant();
    Instant end = endOf(block).atZone(zone).toInstant();
    return new Span(start, end.isBefore(start) ? start : end);
  }

  private LocalDate dateOf(DayLine day) throws UnreadableProgramme {
    int year = yearOf(day);
    LocalDate date =
        day.words()
            .inYear(year)
            .orElseThrow(
                () ->
                    new UnreadableProgramme(
                        day.number(), "there is no such day in " + year + ": correct the date"));
    day.words()
        .weekday()
        .filter(weekday -> weekday != date.getDayOfWeek())
        .ifPresent(
            weekday ->
                warnings.add(
                    day.number(),
                    "weekday",
                    day.label(date)
                        + " "
                        + year
                        + " is what the date says, but the heading has another weekday: correct one of them"));
    return date;
  }

  private int yearOf(DayLine day) throws UnreadableProgramme {
    OptionalInt known =
        day.words().year().isPresent() ? day.words().year() : outline.preamble().year();
    if (known.isPresent()) {
      return known.getAsInt();
    }
    OptionalInt other =
        outline.days().stream()
            .map(heading -> heading.words().year())
            .filter(OptionalInt::isPresent)
            .mapToInt(OptionalInt::getAsInt)
            .findFirst();
    if (other.isPresent()) {
      return other.getAsInt();
    }
    int year =
        outline
            .preamble()
            .asOf()
            .map(LocalDate::getYear)
            .orElseThrow(
                () ->
                    new UnreadableProgramme(
                        day.number(),
                        "no year was found for this day: write it in full, such as “Thursday 16 November 2017”"));
    warnings.add(
        day.number(),
        "no-year",
        "no day says its year, so "
            + year
            + " is taken from the “as of” date: write it in the day heading");
    return year;
  }

  /**
   * A start long before the one above it belongs to the night: the next date, the same conference
   * day.
   */
  private void placeStarts() throws UnreadableProgramme {
    for (int i = 0; i < outline.blocks().size(); i++) {
      TextBlock block = outline.blocks().get(i);
      LocalDateTime start = dateOf(block).atTime(block.time().start());
      if (i > 0 && sameList(outline.blocks().get(i - 1), block)) {
        LocalDateTime before = starts.get(i - 1);
        start =
            before.toLocalDate().isAfter(start.toLocalDate())
                ? before.toLocalDate().atTime(block.time().start())
                : start;
        start =
            Duration.between(start, before).compareTo(BACK_TO_NEXT_DATE) > 0
                ? start.plusDays(1)
                : start;
      }
      starts.add(start);
    }
  }

  private static boolean sameList(TextBlock one, TextBlock other) {
    return one.day() == other.day() && one.standing().equals(other.standing());
  }

  private LocalDate dateOf(TextBlock block) throws UnreadableProgramme {
    if (block.day() >= 0) {
      return dates.get(block.day());
    }
    if (dates.isEmpty() || outline.days().size() == dates.size()) {
      dates.add(dateWithoutHeading(block));
    }
    return dates.get(dates.size() - 1);
  }

  private LocalDate dateWithoutHeading(TextBlock block) throws UnreadableProgramme {
    Preamble preamble = outline.preamble();
    Optional<LocalDate> date =
        preamble
            .dates()
            .flatMap(
                words ->
                    words.inYear(
                        preamble.year().orElse(preamble.asOf().map(LocalDate::getYear).orElse(0))));
    return date.filter(found -> found.getYear() > 0)
        .or(preamble::asOf)
        .orElseThrow(
            () ->
                new UnreadableProgramme(
                    block.number(),
                    "no day was found before this time: write a heading such as “Thursday 16 November 2017”"));
  }

  private LocalDateTime endOf(int block) {
    TextBlock of = outline.blocks().get(block);
    LocalDateTime start = starts.get(block);
    Optional<LocalTime> written = of.time().end();
    if (written.isEmpty()) {
      return assumedEnd(block, "no-end", "no end is given, so it ends");
    }
    LocalDateTime end = start.toLocalDate().atTime(written.get());
    LocalDateTime later = end.isBefore(start) ? end.plusDays(1) : end;
    return Duration.between(start, later).compareTo(LONGEST_OVER_MIDNIGHT) > 0 && !later.equals(end)
        ? assumedEnd(block, "end-before-start", "it ends before it starts, so it is taken to end")
        : later;
  }

  private LocalDateTime assumedEnd(int block, String code, String what) {
    TextBlock of = outline.blocks().get(block);
    LocalDateTime start = starts.get(block);
    Optional<LocalDateTime> next = Optional.empty();
    for (int i = block + 1;
        i < starts.size() && next.isEmpty() && sameList(of, outline.blocks().get(i));
        i++) {
      next = Optional.of(starts.get(i)).filter(start::isBefore);
    }
    String until = next.isPresent() ? "when the next begins" : "after an hour";
    warnings.add(
        of.number(),
        code,
        "at "
            + of.time().start()
            + ", "
            + what
            + " "
            + until
            + ": write the times as 09:00 – 10:15");
    return next.orElse(start.plus(ASSUMED_LENGTH));
  }
}
