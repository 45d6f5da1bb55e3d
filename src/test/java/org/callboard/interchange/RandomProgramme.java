package org.callboard.interchange;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.callboard.programme.Day;
import org.callboard.programme.Event;
import org.callboard.programme.Kind;
import org.callboard.programme.Programme;
import org.callboard.programme.Role;
import org.callboard.programme.Room;
import org.callboard.programme.Session;
import org.callboard.programme.Slot;
import org.callboard.programme.Span;

/** Makes programmes with awkward texts, the same one for the same seed. */
public final class RandomProgramme {
  private static final List<String> WORDS =
      List.of(
          "null",
          "~",
          "true",
          "no",
          "007",
          "1e3",
          "0x1F",
          "1:30",
          "2017-11-16",
          "- a",
          "a: b",
          "#x",
          "\"quoted\"",
          "'",
          "İstanbul",
          "Maîtrise",
          "a\nb",
          "a\r\nb",
          " lead",
          "trail ",
          "tab\there",
          "{x}",
          "[y]",
          "*alias",
          "&anchor",
          "!tag",
          "%",
          "@",
          "`",
          "|",
          ">",
          "?",
          "=",
          "<<",
          "\uD83C\uDFA4",
          "日本語",
          "\\n",
          "\u0085",
          "\u2028",
          "-",
          "--- ",
          "...",
          "…",
          "y",
          "NaN",
          ".inf",
          "1_000",
          "+1",
          "0o7",
          "a,b",
          "\n\nx\n");

  private final Random random;

  private RandomProgramme(long seed) {
    this.random = new Random(seed);
  }

  public static Programme of(long seed) {
    return new RandomProgramme(seed).programme();
  }

  private Programme programme() {
    ZoneId zone =
        ZoneId.of(
            pick(List.of("Europe/Brussels", "UTC", "Asia/Kathmandu", "America/New_York", "Z")));
    Event event =
        new Event(
            phrase(), maybe(), zone, maybe(), date(), many(() -> pick(List.of("en", "no", "tr"))));
    List<Room> rooms = IntStream.range(0, random.nextInt(4)).mapToObj(this::room).toList();
    List<Session> sessions =
        IntStream.rangeClosed(0, random.nextInt(12)).mapToObj(n -> session(n, rooms)).toList();
    List<Day> days =
        IntStream.rangeClosed(0, random.nextInt(3))
            .mapToObj(n -> new Day(phrase(), span()))
            .toList();
    return new Programme(event, days, rooms, sessions);
  }

  private Room room(int n) {
    return new Room(
        "r" + n,
        phrase() + n,
        many(this::phrase),
        many(() -> "en"),
        random.nextInt(3),
        maybe(),
        random.nextInt(3));
  }

  private Session session(int n, List<Room> rooms) {
    List<String> ids = rooms.stream().map(Room::id).filter(id -> random.nextBoolean()).toList();
    return new Session(
        "s" + n,
        maybe(),
        phrase(),
        pick(List.of(Kind.values())),
        ids,
        span(),
        random.nextInt(3),
        random.nextBoolean(),
        many(() -> "no"),
        maybe(),
        many(() -> new Slot(pick(List.of(Role.values())), maybe(), maybe())),
        maybe(),
        many(this::phrase));
  }

  /** Some spans cross the hour that Brussels has twice, and some have no length. */
  private Span span() {
    Instant start = Instant.parse("2017-10-28T22:00:00Z").plusSeconds(random.nextInt(8 * 3600));
    return new Span(start, start.plusSeconds(random.nextInt(4) * 1234L));
  }

  private Optional<LocalDate> date() {
    return random.nextBoolean() ? Optional.empty() : Optional.of(LocalDate.of(2017, 11, 15));
  }

  private String maybe() {
    return random.nextBoolean() ? "" : phrase();
  }

  /** Not blank, as names and titles must be. */
  private String phrase() {
    String phrase = pick(WORDS) + (random.nextBoolean() ? "" : " " + pick(WORDS));
    return phrase.isBlank() ? "x" + phrase : phrase;
  }

  private <T> List<T> many(Supplier<T> one) {
    return new ArrayList<>(Stream.generate(one).limit(random.nextInt(3)).toList());
  }

  private <T> T pick(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
