package org.callboard.interchange;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.callboard.programme.Day;
import org.callboard.programme.Event;
import org.callboard.programme.Kind;
import org.callboard.programme.Programme;
import org.callboard.programme.Session;
import org.callboard.programme.Slot;
import org.callboard.programme.Span;

/**
 * The sessions of a structured source on their way to a programme: tell it everything, then ask for
 * the programme. Time and memory grow with the number of sessions.
 */
final class Gathering {
  private static final Duration LONG = Duration.ofHours(24);
  private static final Pattern UNFIT = Pattern.compile("[\\s/\\\\?#%]++");
  private static final String UNTITLED = "Untitled session";

  private final Event event;
  private final Warnings warnings;
  private final GatheredRooms rooms;
  private final NamesSeen names;
  private final List<Told> told = new ArrayList<>();
  private final List<Day> days = new ArrayList<>();
  private final List<Day> windows = new ArrayList<>();
  private final Set<String> single = new HashSet<>();
  private int unscheduled;
  private boolean venueWide;
  private boolean lists;

  /** The event's zone is the one in which days are told apart. */
  Gathering(Event event, Warnings warnings) {
    this.event = event;
    this.warnings = warnings;
    this.rooms = new GatheredRooms(warnings);
    this.names = new NamesSeen(warnings);
  }

  /**
   * A room that the source lists, whether or not a session is in it.
   *
   * @param capacity people, 0 where it is not known
   */
  void room(int line, String name, int capacity) {
    rooms.list(line, name, capacity);
  }

  /** A day that the source names; sessions that start in none make days of their own. */
  void day(Day day) {
    days.add(day);
  }

  /** A day of which only the date is known: it lasts from the first to the last of its sessions. */
  void window(Day day) {
    windows.add(day);
  }

  void session(Told session) {
    told.add(session);
  }

  /** A session that the source gives no start: counted, not shown. */
  void unscheduled() {
    unscheduled++;
  }

  /** Says that this source leaves out the room only of what concerns the whole venue. */
  void roomlessIsVenueWide() {
    venueWide = true;
  }

  /**
   * Says that this source writes the names of several rooms with commas: such a text is a list
   * where each of its parts is the room of another session, too.
   */
  void roomsMayBeLists() {
    lists = true;
  }

  int sessions() {
    return told.size();
  }

  /** The dates, in the event's zone, on which a session starts. */
  Set<LocalDate> dates() {
    return told.stream()
        .map(each -> each.start().atZone(event.zone()).toLocalDate())
        .collect(Collectors.toSet());
  }

  /**
   * The programme of all that was told.
   *
   * @throws UnreadableProgramme where no session was told
   */
  Programme programme() throws UnreadableProgramme {
    if (told.isEmpty()) {
      throw new UnreadableProgramme(
          0,
          unscheduled == 0
              ? "no session with a start stands here: check that the right file was exported"
              : "none of the " + unscheduled + " sessions has a start: publish their times first");
    }
    if (unscheduled > 0) {
      warnings.add(
          0,
          "unscheduled",
          unscheduled + " sessions have no start and are left out: give them one");
    }
    List<Session> sessions = sessions(new Ids(ids()));
    return new Programme(
        event, GatheredDays.of(days, windows, sessions, event.zone()), rooms.used(), sessions);
  }

  private Collection<String> ids() {
    return told.stream().map(Gathering::id).filter(id -> !id.isEmpty()).toList();
  }

  private List<Session> sessions(Ids ids) {
    if (lists) {
      told.forEach(each -> each.rooms().forEach(name -> single.add(PlainText.title(name))));
    }
    List<Session> drafts = new ArrayList<>(told.size());
    told.forEach(session -> drafts.add(draft(session, ids)));
    MissingEnd ends = new MissingEnd(drafts, event.zone());
    List<Session> sessions = new ArrayList<>(told.size());
    for (int i = 0; i < drafts.size(); i++) {
      sessions.add(finished(told.get(i), drafts.get(i), ends));
    }
    return sessions;
  }

  /** The session as far as it is known alone: one without a usable end is of zero length. */
  private Session draft(Told each, Ids ids) {
    String title = title(each);
    Kind kind = kind(each, title);
    names.see(each.people(), each.line());
    return new Session(
        id(each, title, ids),
        PlainText.line(each.label()),
        title,
        kind,
        rooms(each, kind),
        new Span(each.start(), end(each).orElse(each.start())),
        0,
        false,
        languages(each),
        PlainText.line(each.organiser()),
        each.people().stream().map(Gathering::tidy).toList(),
        PlainText.paragraphs(each.description()),
        each.questions());
  }

  /**
   * Pauses without a room are everybody's; any other session without one is in a room that is not
   * known, so that it does not stand at every door.
   */
  private List<String> rooms(Told each, Kind kind) {
    List<String> names =
        lists ? each.rooms().stream().flatMap(this::listed).toList() : each.rooms();
    List<String> ids = rooms.idsOf(names, each.line());
    boolean isForAll = kind.isPause() || kind == Kind.RECEPTION || kind == Kind.ALL_DAY;
    boolean isUnknown = ids.isEmpty() && !venueWide && !isForAll;
    return isUnknown ? rooms.idsOf(List.of(Programmes.ROOM_UNKNOWN), each.line()) : ids;
  }

  private Stream<String> listed(String name) {
    List<String> parts = Stream.of(name.split(",")).map(PlainText::title).toList();
    return parts.size() > 1 && parts.stream().allMatch(single::contains)
        ? parts.stream()
        : Stream.of(name);
  }

  private String title(Told each) {
    String title = PlainText.title(each.title());
    if (title.isEmpty() && each.label().isBlank()) {
      warnings.add(
          each.line(),
          "no-title",
          "a session without a title is read as “" + UNTITLED + "”: add one");
      return UNTITLED;
    }
    return title.isEmpty() ? PlainText.line(each.label()) : title;
  }

  private String id(Told each, String title, Ids ids) {
    String id = id(each);
    if (id.isEmpty()) {
      return ids.made(title);
    }
    String own = ids.own(id);
    if (!own.equals(id)) {
      warnings.add(
          each.line(),
          "duplicate-id",
          "the id “"
              + Warnings.shortened(id)
              + "” of “"
              + Warnings.shortened(title)
              + "” is taken, so it became "
              + own
              + ": give each session its own");
    }
    return own;
  }

  /** Without white space and slashes, so that it can stand in an address. */
  private static String id(Told each) {
    return UNFIT.matcher(each.id().strip()).replaceAll("-");
  }

  /**
   * What it says that it is; a title alone tells it only of sessions without people, since talks
   * are held about coffee, too.
   */
  private static Kind kind(Told each, String title) {
    String type = each.type().strip();
    return Kind.ofWord(type.toLowerCase(Locale.ROOT))
        .or(() -> KindWords.of(type.replace('_', ' ')))
        .or(() -> KindWords.of(each.label()))
        .or(() -> each.people().isEmpty() ? KindWords.of(title) : Optional.empty())
        .orElse(Kind.TALK);
  }

  private static List<String> languages(Told each) {
    Set<String> codes = new LinkedHashSet<>();
    for (String written : each.languages()) {
      codes.addAll(LanguageNames.codesOfTag(written));
    }
    return List.copyOf(codes);
  }

  private static Slot tidy(Slot slot) {
    return new Slot(slot.role(), PlainText.title(slot.name()), PlainText.title(slot.affiliation()));
  }

  private Optional<Instant> end(Told each) {
    Optional<Instant> end = each.end().filter(time -> !time.isBefore(each.start()));
    if (each.end().isPresent() && end.isEmpty()) {
      warnings.add(
          each.line(),
          "end-before-start",
          named(each) + " ends before it starts: correct one of them");
    }
    end.map(time -> Duration.between(each.start(), time))
        .filter(length -> length.compareTo(LONG) > 0)
        .ifPresent(
            length ->
                warnings.add(
                    each.line(),
                    "long",
                    named(each) + " lasts " + length.toHours() + " hours: check its end"));
    return end;
  }

  private Session finished(Told each, Session draft, MissingEnd ends) {
    if (each.end().filter(end -> !end.isBefore(each.start())).isPresent()) {
      return draft;
    }
    Span span = ends.of(draft);
    warnings.add(
        each.line(),
        "no-end",
        named(each)
            + " has no end, so it is taken to end at "
            + Times.text(span.end(), event.zone())
            + ": add an end or a length");
    return MissingEnd.with(draft, span);
  }

  private static String named(Told each) {
    return "“" + Warnings.shortened(PlainText.title(each.title())) + "”";
  }
}
