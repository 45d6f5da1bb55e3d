package org.callboard.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.callboard.agenda.Agenda;
import org.callboard.board.Boards;
import org.callboard.board.DayText;
import org.callboard.change.Announcement;
import org.callboard.change.Effect;
import org.callboard.interchange.Programmes;
import org.callboard.programme.Day;
import org.callboard.programme.Event;
import org.callboard.programme.Kind;
import org.callboard.programme.Programme;
import org.callboard.programme.Role;
import org.callboard.programme.Room;
import org.callboard.programme.Session;
import org.callboard.programme.Slot;
import org.callboard.programme.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the server puts on a page before any script runs. */
class PagesTest {
  private static final Programme DAYS =
      DayText.programme(
          """
          day 2017-11-16
          hall  09:00-10:15 Opening
          *     10:15-10:30 Coffee
          hall  11:00-12:00 Panel
          day 2017-11-17
          hall  09:00-10:00 Keynote
          """);

  private static final Outside OUTSIDE = new Outside("/programme/v", "https://example.org");

  private final Pages pages = new Pages();

  private static View view(Programme programme, String at, String language) {
    Instant now = Instant.parse(at);
    Boards boards = Boards.of(1, Agenda.of(programme));
    return new View(boards, now, true, 30, true, language, "night");
  }

  /** Angle brackets of text are escaped, so what looks like a tag is one. */
  private static List<String> tags(String html) {
    return Pattern.compile("<[^>]*>").matcher(html).results().map(MatchResult::group).toList();
  }

  private String text(String html) {
    return html.replaceAll("(?s)^.*<body[^>]*>", "")
        .replaceAll("<[^>]*>", " ")
        .replaceAll("\\s+", " ");
  }

  @ParameterizedTest
  @CsvSource({
    "2017-11-16T08:30:00Z, ● until 10:15 Opening 10:15 Coffee",
    "2017-11-16T09:20:00Z, Coffee until 10:30",
    "2017-11-16T09:40:00Z, Free until 11:00 11:00 Panel",
    "2017-11-16T11:30:00Z, That was the last session here today Tomorrow 09:00 Keynote",
    "2017-11-17T03:00:00Z, That was the last session here today 09:00 Keynote",
    "2017-11-14T08:00:00Z, Nothing on here now Thursday 09:00 Opening",
    "2017-11-01T08:00:00Z, Nothing on here now 16.11. 09:00 Opening",
    "2017-11-18T08:00:00Z, The event has ended"
  })
  void the_lobby_says_what_is_now_and_what_comes(String at, String words) {
    assertThat(text(pages.lobby(view(DAYS, at, "en")))).contains(words);
  }

  @ParameterizedTest
  @CsvSource({
    "2017-11-16T08:30:00Z, 2017-11-16",
    "2017-11-16T04:00:00Z, 2017-11-16",
    "2017-11-16T20:00:00Z, 2017-11-16",
    "2017-11-17T01:00:00Z, 2017-11-17"
  })
  void the_head_names_the_day_under_way_or_of_this_date(String at, String day) {
    assertThat(pages.lobby(view(DAYS, at, "en")))
        .contains("data-part=\"day\" dir=\"auto\">" + day + "<");
  }

  @Test
  void the_head_names_no_day_where_none_is_of_this_date() {
    assertThat(pages.lobby(view(DAYS, "2017-11-15T08:00:00Z", "en")))
        .contains("data-part=\"day\" dir=\"auto\"><");
  }

  private static Programme example() throws Exception {
    return Programmes.read(Path.of("config", "programme.md"), Optional.empty()).programme();
  }

  private View troubled(TroubledDay day) throws Exception {
    Boards boards = Boards.of(1, day.of(example()));
    return new View(boards, day.now(), true, 1, true, "en", "night");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "DELAYED | ● until 14:55 EN The Middle East and North Africa perspective ▲ 10 min late changed",
        "POSTPONED | 15:00 Drivers of migration ◷ New time to be announced",
        "MOVED | → Moved Human mobility and the right to the city → Scala, 12:45",
        "MOVED | Human mobility and the right to the city → Moved here from Alcazar",
        "MOVED | → Moved Human rights of migrants → Outside the venue, 15:00",
        "CANCELLED | ✕ Cancelled Human rights of migrants 15:00",
        "FULL | EN FR ES ✕ Full",
        "FULL | EN FR ES ● filling up",
        "FULL | EN ✕ Closed",
        "HELD | ● Now EN FR ES ◷ On hold since 13:10 Human mobility",
        "ALL_LATE | 14:45 15:10 Break ▲ 25 min late changed",
        "URGENT | ▲ Leave by the nearest exit and meet at the canal Do not use the lifts.",
        "ALL_CLEAR | ● All clear: you may come back in",
        "NOTICE | Leave by the nearest exit and meet at the canal Do not use the lifts.",
        "EXERCISE | Exercise Leave by the nearest exit"
      })
  void the_lobby_says_what_has_changed(TroubledDay day, String words) throws Exception {
    assertThat(text(pages.lobby(troubled(day)))).contains(words);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "DELAYED | herten-aas | ● Now, until 14:55 14:45 ▲ 10 min late changed",
        "MOVED | alcazar | → Moved to Scala 12:45 Human mobility and the right to the city A water pipe",
        "MOVED | scala | ● Now, until 14:45 → Moved here from Alcazar",
        "MOVED | dijlezaal | → Moved to Outside the venue 15:00 Human rights of migrants 10 min walk",
        "CANCELLED | alcazar | ✕ Cancelled 12:45 Human mobility and the right to the city A water pipe",
        "POSTPONED | alcazar | ◷ New time to be announced 15:00 Drivers of migration",
        "PEOPLE | dijlezaal | ● Speaker: now Ada Lovelace",
        "PEOPLE | dijlezaal | Guatemala new",
        "FULL | alcazar | ✕ This room is full",
        "HELD | alcazar | ◷ On hold since 13:10 ● Now Side-event",
        "EARLIER | alcazar | 15:00 14:50 Drivers of migration changed"
      })
  void a_door_says_what_has_changed(TroubledDay day, String room, String words) throws Exception {
    assertThat(text(pages.door(troubled(day), room))).contains(words);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "DELAYED | What has changed",
        "DELAYED | 15:00 15:15 16:45 Drivers of migration ▲ 15 min late changed",
        "MOVED | Human rights of migrants → Moved to Outside the venue",
        "CANCELLED | Human rights of migrants ✕ Cancelled",
        "POSTPONED | Drivers of migration ◷ New time to be announced"
      })
  void the_phone_says_what_has_changed(TroubledDay day, String words) throws Exception {
    assertThat(text(pages.programme(troubled(day), OUTSIDE))).contains(words);
  }

  @Test
  void a_room_on_hold_does_not_claim_how_long_is_left() throws Exception {
    assertThat(text(pages.door(troubled(TroubledDay.HELD), "alcazar"))).doesNotContain("min left");
  }

  @Test
  void a_takeover_silences_every_other_announcement() throws Exception {
    String page = pages.lobby(troubled(TroubledDay.SAFETY));
    assertThat(page).contains("lobby night taken").contains("role=\"alert\"");
    assertThat(text(page).split("Leave by the nearest exit", -1)).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({
    "alcazar, '', '', '', true",
    "'', '', '', door, true",
    "'', '', '', '', true",
    "scala, '', '', door, false",
    "'', '', '', lobby, false",
    "'', upstairs, '', '', false",
    "'', '', kiosk, '', false"
  })
  void an_announcement_is_shown_to_those_whom_it_names(
      String room, String zone, String screen, String role, boolean isNamed) throws Exception {
    Announcement announcement =
        TroubledDay.announcement(
            Announcement.Level.URGENT,
            Announcement.Mode.LIVE,
            false,
            Instant.parse("2017-11-16T13:00:00Z"),
            new Announcement.Target(room, zone, screen, role));
    Agenda agenda = Agenda.of(example()).fold(List.of(new Effect.Announced(announcement)));
    View view =
        new View(Boards.of(1, agenda), TroubledDay.URGENT.now(), true, 1, true, "en", "night");
    assertThat(text(pages.door(view, "alcazar")).contains("Leave by the nearest exit"))
        .isEqualTo(isNamed);
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "fr", "es", "tr", "nl"})
  void every_language_has_every_label(String language) {
    assertThat(Labels.of(language).words().keySet()).isEqualTo(Labels.of("en").words().keySet());
    assertThat(Labels.of(language).words().values())
        .allSatisfy(word -> assertThat(word).isNotBlank());
    assertThat(Labels.of(language).say("weekdays").split(",")).hasSize(7);
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "fr", "es", "tr", "nl"})
  void every_language_has_every_label_of_phones(String language) {
    Labels phones = Labels.of(language).and("phone");
    assertThat(phones.words().keySet()).isEqualTo(Labels.of("en").and("phone").words().keySet());
    assertThat(phones.words().values()).allSatisfy(word -> assertThat(word).isNotBlank());
  }

  @Test
  void the_phone_lists_the_days_that_are_over_last() {
    String page = pages.programme(view(DAYS, "2017-11-17T08:30:00Z", "en"), OUTSIDE);
    assertThat(page.indexOf("data-day=\"day-1\"")).isBetween(1, page.indexOf("data-day=\"day-0\""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2017-11-16T08:30:00Z | Opening ● Now, until 10:15 2017-11-16, 09:00–10:15 hall",
        "2017-11-16T05:30:00Z | Opening 2017-11-16, 09:00–10:15 hall",
        "2017-11-16T10:30:00Z | Opening Over 2017-11-16, 09:00–10:15 hall"
      })
  void the_page_of_a_session_says_where_and_when_it_is(String at, String words) {
    View view = view(DAYS, at, "en");
    String page = pages.session(view, view.boards().agenda().session("s0").orElseThrow(), OUTSIDE);
    assertThat(text(page)).contains(words);
    assertThat(page).contains("property=\"og:url\" content=\"https://example.org/sessions/s0\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "\" onmouseover=\"alert(1)",
        "' data-x='",
        "</body>",
        "{{7*7}} ${7*7}",
        "&lt;b&gt;"
      })
  void text_of_the_programme_is_only_ever_text(String hostile) {
    Room room = Room.named("hall", "Hall " + hostile);
    Span span = Span.of(Instant.parse("2017-11-16T08:00:00Z"), Duration.ofHours(1));
    Session session =
        new Session(
            "s0",
            hostile,
            hostile,
            Kind.TALK,
            List.of("hall"),
            span,
            0,
            false,
            List.of(),
            hostile,
            List.of(new Slot(Role.SPEAKER, hostile, hostile)),
            hostile,
            List.of(hostile));
    Event event = new Event(hostile, "", ZoneId.of("UTC"), "", Optional.empty(), List.of());
    Programme programme =
        new Programme(event, List.of(new Day(hostile, span)), List.of(room), List.of(session));
    View view = view(programme, "2017-11-16T08:30:00Z", "en");

    for (String page :
        List.of(
            pages.lobby(view),
            pages.door(view, "hall"),
            pages.programme(view, OUTSIDE),
            pages.session(view, view.boards().agenda().session("s0").orElseThrow(), OUTSIDE),
            pages.formerSession(view, session, OUTSIDE))) {
      assertThat(tags(page))
          .noneMatch(tag -> tag.startsWith("<script>") || tag.contains("\" onmouseover="));
      assertThat(page.split("</body>", -1)).hasSize(2);
    }
  }
}
