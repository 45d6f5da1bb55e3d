package org.callboard.interchange;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.callboard.programme.Day;
import org.callboard.programme.Programme;
import org.callboard.programme.Room;
import org.callboard.programme.Session;
import org.callboard.programme.Slot;
import org.callboard.programme.Slug;

/**
 * A programme as the schedule formats lay it out: days, in each day rooms, in each room sessions. A
 * session in several rooms stands in each of them; one of the whole venue stands in a room without
 * a name.
 */
final class Timetable {
  /** What stands for a name that is to be confirmed. */
  static final String OPEN = "TBC";

  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx", Locale.ROOT);
  private static final Pattern SCHEMA_ZONE = Pattern.compile("^[A-Z][a-z]+/[A-Z][a-z]+|UTC$");
  private static final Duration LONGEST = Duration.ofMinutes(99 * 60 + 59);
  private static final int LONGEST_ACRONYM = 16;

  private final Outgoing outgoing;
  private final ZoneId zone;
  private final Names names;

  /** A session in one of its rooms. */
  record Appearance(Session session, Optional<Room> room, UUID guid) {

    String roomName() {
      return room.map(Room::name).orElse("");
    }
  }

  /** A day with what is in each room, by the room's name. */
  record Page(int index, Day day, Map<String, List<Appearance>> rooms) {}

  Timetable(Outgoing outgoing) {
    this.outgoing = outgoing;
    this.zone = outgoing.event().zone();
    this.names = new Names(outgoing.identity());
  }

  Names names() {
    return names;
  }

  /** The days with what is on them, a session outside all of them on the nearest before it. */
  List<Page> pages() {
    Programme programme = withDays();
    Map<Day, Map<String, List<Appearance>>> byDay = new LinkedHashMap<>();
    List<Page> pages = new ArrayList<>();
    for (Day day : programme.days()) {
      Map<String, List<Appearance>> rooms =
          byDay.computeIfAbsent(day, each -> new LinkedHashMap<>());
      pages.add(new Page(pages.size() + 1, day, rooms));
    }
    appearances()
        .forEach(
            each ->
                programme
                    .dayOf(each.session().span().start())
                    .map(byDay::get)
                    .orElseThrow()
                    .computeIfAbsent(each.roomName(), name -> new ArrayList<>())
                    .add(each));
    return pages.stream().map(this::inOrderOfRooms).toList();
  }

  private Programme withDays() {
    Programme given = outgoing.programme();
    return new Programme(given.event(), outgoing.days(), given.rooms(), given.sessions());
  }

  private Page inOrderOfRooms(Page page) {
    Map<String, List<Appearance>> ordered = new LinkedHashMap<>();
    Stream.concat(outgoing.programme().rooms().stream().map(Room::name), Stream.of(""))
        .filter(page.rooms()::containsKey)
        .forEach(name -> ordered.put(name, page.rooms().get(name)));
    return new Page(page.index(), page.day(), ordered);
  }

  /** Every session in each of its rooms, in order of start. */
  List<Appearance> appearances() {
    Map<String, Room> rooms =
        outgoing.programme().rooms().stream().collect(Collectors.toMap(Room::id, room -> room));
    return outgoing.programme().sessions().stream()
        .flatMap(session -> appearances(session, rooms))
        .toList();
  }

  private Stream<Appearance> appearances(Session session, Map<String, Room> rooms) {
    UUID guid = names.session(session.id());
    if (session.isVenueWide()) {
      return Stream.of(new Appearance(session, Optional.empty(), guid));
    }
    String first = session.rooms().get(0);
    return session.rooms().stream()
        .map(
            id ->
                new Appearance(
                    session,
                    Optional.of(rooms.get(id)),
                    id.equals(first) ? guid : names.sessionIn(session.id(), id)));
  }

  /** A whole number for each appearance: its own where it came with one, else one of its guid. */
  Map<UUID, Integer> numbers() {
    Map<UUID, Integer> numbers = new LinkedHashMap<>();
    Set<Integer> taken = new HashSet<>();
    List<Appearance> inOrder =
        appearances().stream()
            .sorted(
                Comparator.comparing((Appearance each) -> ownNumber(each) == 0)
                    .thenComparing(Appearance::guid))
            .toList();
    for (Appearance each : inOrder) {
      int number = ownNumber(each) > 0 ? ownNumber(each) : Names.number(each.guid());
      while (!taken.add(number)) {
        number = number % Integer.MAX_VALUE + 1;
      }
      numbers.put(each.guid(), number);
    }
    return numbers;
  }

  private int ownNumber(Appearance each) {
    String id = each.session().id();
    boolean isFirst = each.guid().equals(names.session(id));
    return isFirst && id.matches("[1-9]\\d{0,8}") ? Integer.parseInt(id) : 0;
  }

  /** What the event is called for short, in letters and figures, four at least. */
  String acronym() {
    String slug = Slug.of(outgoing.event().name());
    String whole = slug.replace("-", "");
    if (whole.length() >= 4 && whole.length() <= LONGEST_ACRONYM) {
      return whole;
    }
    String initials =
        Stream.of(slug.split("-"))
            .map(word -> word.substring(0, 1))
            .limit(LONGEST_ACRONYM - 4)
            .collect(Collectors.joining());
    String year = outgoing.programme().extent().map(span -> stamp(span.start())).orElse("0000");
    return initials + year.substring(0, 4);
  }

  /** The zone by the name that c3voc's schemas take; empty for one that they do not. */
  Optional<String> zoneName() {
    String name = zone.normalized().equals(ZoneOffset.UTC) ? "UTC" : zone.getId();
    return Optional.of(name).filter(id -> SCHEMA_ZONE.matcher(id).find());
  }

  String stamp(Instant instant) {
    return STAMP.format(instant.atZone(zone));
  }

  String clock(Instant instant) {
    return CLOCK.format(instant.atZone(zone));
  }

  String date(Instant instant) {
    return instant.atZone(zone).toLocalDate().toString();
  }

  /** A word for addresses; the formats want two letters at least. */
  static String slug(String name) {
    String slug = Slug.of(name);
    return slug.length() < 2 ? "x" + slug : slug;
  }

  /** Hours and minutes; the formats hold no more than two figures each. */
  String duration(Session session) {
    Duration length = session.span().length();
    Duration held = length.compareTo(LONGEST) > 0 ? LONGEST : length;
    return String.format(Locale.ROOT, "%02d:%02d", held.toHours(), held.toMinutesPart());
  }

  /** A person's name; an open slot says so, as programmes do. */
  static String name(Slot slot) {
    if (!slot.isOpen()) {
      return slot.name();
    }
    return slot.affiliation().isEmpty() ? OPEN : OPEN + ", " + slot.affiliation();
  }

  /** The questions that a session puts, as lines of a text. */
  static String questions(Session session) {
    return session.questions().stream()
        .map(question -> "- " + question)
        .collect(Collectors.joining("\n"));
  }

  /** Where a session's page is; empty where the programme has no home. */
  Optional<String> page(Session session) {
    String id = URLEncoder.encode(session.id(), StandardCharsets.UTF_8).replace("+", "%20");
    return outgoing.home().isEmpty()
        ? Optional.empty()
        : Optional.of(outgoing.home() + "/sessions/" + id);
  }
}
