package org.callboard.pages;

import static org.assertj.core.api.Assertions.assertThat;

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

  @ParameterizedTest
  @ValueSource(strings = {"en", "fr", "es", "tr", "nl"})
  void every_language_has_every_label(String language) {
    assertThat(Labels.of(language).words().keySet()).isEqualTo(Labels.of("en").words().keySet());
    assertThat(Labels.of(language).words().values())
        .allSatisfy(word -> assertThat(word).isNotBlank());
    assertThat(Labels.of(language).say("weekdays").split(",")).hasSize(7);
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
        List.of(pages.lobby(view), pages.door(view, "hall"), pages.programme(view))) {
      assertThat(tags(page))
          .noneMatch(tag -> tag.startsWith("<script>") || tag.contains("\" onmouseover="));
      assertThat(page.split("</body>", -1)).hasSize(2);
    }
  }
}
