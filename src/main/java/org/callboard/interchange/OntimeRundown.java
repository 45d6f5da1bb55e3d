package org.callboard.interchange;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.callboard.programme.Event;

/**
 * A rundown of an Ontime project: milliseconds after midnight and no date, which has to stand in
 * the project's texts.
 */
final class OntimeRundown {
  static final String FORMAT = "ontime";

  private static final long MOST_DAYS = 30;

  private final Piece project;
  private final Warnings warnings;
  private final List<Piece> entries;

  private OntimeRundown(Piece root, Warnings warnings) {
    this.project = root.piece("project").or(() -> root.piece("eventdata")).orElse(root);
    this.warnings = warnings;
    this.entries = entries(root);
  }

  /** The reading; empty where the mapping on top is no such project. */
  static Optional<Reading> read(Piece root, ReadingOptions options, Warnings warnings)
      throws UnreadableProgramme {
    OntimeRundown rundown = new OntimeRundown(root, warnings);
    return rundown.entries.isEmpty() ? Optional.empty() : Optional.of(rundown.reading(options));
  }

  private Reading reading(ReadingOptions options) throws UnreadableProgramme {
    LocalDate date = date().orElseThrow(this::dateless);
    SourceClock clock = SourceClock.of(Optional.empty(), options, warnings);
    Gathering gathering = new Gathering(event(clock.zone()), warnings);
    for (Piece entry : entries) {
      if (entry.isTrue("skip")) {
        warnings.add(
            entry.line(),
            "skipped",
            "“" + entry.text("title") + "” is skipped in the rundown and left out");
      } else {
        told(entry, date, clock).ifPresentOrElse(gathering::session, gathering::unscheduled);
      }
    }
    return new Reading(FORMAT, gathering.programme(), warnings.inOrder());
  }

  /** The entries that have times: the events of the first rundown. */
  private List<Piece> entries(Piece root) {
    List<Piece> rundowns =
        root.piece("rundowns")
            .map(Piece::raw)
            .map(all -> all.values().stream().flatMap(node -> Piece.pieces(node).stream()).toList())
            .orElse(List.of());
    if (rundowns.size() > 1) {
      warnings.add(
          rundowns.get(1).line(),
          "rundowns",
          "only the first of " + rundowns.size() + " rundowns is read: keep one in the project");
    }
    return Stream.concat(
            rundowns.stream().limit(1).flatMap(OntimeRundown::inOrder),
            root.pieces("rundown").stream())
        .filter(entry -> entry.has("timestart"))
        .toList();
  }

  private static Stream<Piece> inOrder(Piece rundown) {
    Optional<Piece> byId = rundown.piece("entries");
    List<String> order = rundown.nodes("flatorder", "order").stream().map(Piece::textOf).toList();
    Stream<Node> nodes =
        order.stream()
            .flatMap(
                id -> byId.flatMap(piece -> Optional.ofNullable(piece.raw().get(id))).stream());
    Stream<Node> all = byId.map(piece -> piece.raw().values().stream()).orElse(Stream.empty());
    return Stream.concat(nodes, all)
        .flatMap(node -> Piece.pieces(node).stream().map(Piece::fields))
        .distinct()
        .map(Piece::new);
  }

  private Optional<Told> told(Piece entry, LocalDate date, SourceClock clock) {
    long day = Math.min(number(entry, "dayoffset"), MOST_DAYS);
    return at(entry, "timestart", date.plusDays(day), clock)
        .map(
            start ->
                new Told(
                    entry.line(),
                    entry.text("id"),
                    "",
                    entry.text("title", "cue"),
                    "",
                    List.of(),
                    start,
                    Optional.of(start.plusMillis(Math.max(0, number(entry, "duration")))),
                    List.of(),
                    entry.text("note"),
                    "",
                    List.of()));
  }

  private static Optional<Instant> at(Piece entry, String key, LocalDate date, SourceClock clock) {
    Duration time = Duration.ofMillis(number(entry, key));
    boolean isTime = !time.isNegative() && time.toDays() <= MOST_DAYS;
    return isTime ? new SessionTimes(clock, Duration.ZERO).at(date, time, false) : Optional.empty();
  }

  private static long number(Piece entry, String key) {
    String text = entry.text(key);
    return text.matches("\\d{1,12}") ? Long.parseLong(text) : 0;
  }

  /** A date in full that the project says of itself. */
  private Optional<LocalDate> date() {
    return Stream.of("title", "description", "info", "backstageinfo", "publicinfo")
        .flatMap(key -> project.text(key).lines())
        .flatMap(line -> DateWords.in(line).stream())
        .flatMap(
            words ->
                words.year().isPresent()
                    ? words.inYear(words.year().getAsInt()).stream()
                    : Stream.empty())
        .findFirst();
  }

  private UnreadableProgramme dateless() {
    return new UnreadableProgramme(
        project.line(),
        "this is an Ontime project with "
            + entries.size()
            + " events, whose times have no date: write the first day in full, such as 16 November 2017, into the project's description in Ontime and export it again");
  }

  private Event event(ZoneId zone) {
    String name = PlainText.title(project.text("title"));
    return new Event(
        name.isEmpty() ? "Untitled event" : name, "", zone, "", Optional.empty(), List.of());
  }
}
