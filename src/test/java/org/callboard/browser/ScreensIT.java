package org.callboard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.callboard.api.Organiser;
import org.callboard.app.TestNode;
import org.callboard.clock.EventClock;
import org.callboard.interchange.Programmes;
import org.callboard.programme.Programme;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The screens in a real Chromium, on the example event. */
class ScreensIT {
  private static final Path SHOTS = Path.of("target", "screenshots");
  private static final Instant BREAK = Instant.parse("2017-11-16T09:15:00Z");

  private static Chromium chromium;
  private static Programme example;
  private static TestNode still;

  @BeforeAll
  static void start() throws Exception {
    chromium = Chromium.launch();
    example = Programmes.read(Path.of("config", "programme.md"), Optional.empty()).programme();
    still = TestNode.rehearsing(example, BREAK.minusSeconds(600), 1);
  }

  @AfterAll
  static void stop() {
    still.close();
    chromium.close();
  }

  private static String line(String room, String state) {
    return ".room[data-room='" + room + "'] .line." + state;
  }

  @Test
  void the_lobby_and_a_door_turn_by_themselves_when_the_break_begins() {
    try (TestNode node = TestNode.rehearsing(example, BREAK.minusSeconds(600), 1);
        Tab lobby = Tab.wide(chromium);
        Tab door = Tab.wide(chromium)) {
      Page board = lobby.open(node.url("/"));
      Page auditorium = door.open(node.url("/rooms/auditorium"));
      assertThat(board.locator(".room[data-room=auditorium] .when.now"))
          .containsText("until 10:15");
      assertThat(auditorium.locator(".showing .state")).containsText("Now, until 10:15");

      Organiser.admin(node).change("{'type':'clock','at':'2017-11-16T09:14:30Z','speed':30}");
      assertThat(board.locator("[data-part=pause]")).hasText("Break until 10:30");
      assertThat(auditorium.locator(".showing .state")).hasText("until 10:30");
      assertThat(auditorium.locator(".showing .title")).hasText("Break");
    }
  }

  @Test
  void a_screen_turns_at_its_instant_though_the_line_is_cut() {
    TestNode node = TestNode.rehearsing(example, BREAK.minusSeconds(210), 30);
    try (Tab tab = Tab.wide(chromium)) {
      Page page = tab.open(node.url("/rooms/auditorium"));
      assertThat(page.locator(".showing .state")).containsText("Now, until 10:15");
      page.waitForCondition(
          () -> page.locator("[data-part=time]").textContent().compareTo("10:13") >= 0);
      page.waitForLoadState(LoadState.NETWORKIDLE);
      node.close();

      assertThat(page.locator(".showing .title")).hasText("Break");
      tab.forgive("WebSocket");
      tab.forgive("ERR_CONNECTION_REFUSED"); // what the device was still keeping for later
    }
  }

  @Test
  void a_screen_comes_back_by_itself_when_the_server_does() {
    TestNode first = TestNode.rehearsing(example, BREAK.minusSeconds(600), 1);
    int port = first.port();
    try (Tab tab = Tab.wide(chromium)) {
      Page page = tab.open(first.url("/rooms/auditorium"));
      assertThat(page.locator(".showing .state")).containsText("Now, until 10:15");
      first.close();

      EventClock later = EventClock.rehearsal(BREAK.plusSeconds(1200), 1, TestNode.SYSTEM.now());
      try (TestNode second = TestNode.on(example, later, TestNode.SYSTEM, port)) {
        page.waitForCondition(
            () -> page.locator(".showing .state").textContent().contains("Now, until 12:00"),
            new Page.WaitForConditionOptions().setTimeout(20_000));
        assertThat(second.port()).isEqualTo(port);
      }
      tab.forgive("WebSocket");
      tab.forgive("ERR_CONNECTION_REFUSED"); // what the device was still keeping for later
    }
  }

  @Test
  void a_page_says_what_is_now_without_script() {
    try (Tab tab = new Tab(chromium, 1366, 768, false)) {
      Page lobby = tab.open(still.url("/?at=2017-11-16T13:00"));
      assertThat(lobby.locator(line("herten-aas", "now") + " .what"))
          .containsText("The Middle East and North Africa perspective");

      Page door = tab.open(still.url("/rooms/dijlezaal?at=2017-11-17T11:30"));
      assertThat(door.locator(".showing .title"))
          .hasText("Migration and sustainable urban development");
      assertThat(door.locator(".people"))
          .containsText("◌ to be confirmed, Vice-Mayor of Ahuachapán, El Salvador");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/, 2017-11-16T10:20",
    "/, 2017-11-16T13:12",
    "/, 2017-11-16T20:30",
    "/, 2017-11-17T00:40",
    "/, 2017-11-15T09:00",
    "/, 2017-11-18T09:00",
    "/rooms/auditorium, 2017-11-16T09:30",
    "/rooms/scala, 2017-11-16T13:12",
    "/rooms/dijlezaal, 2017-11-17T11:30",
    "/rooms/auditorium, 2017-11-18T09:00",
    "/programme, 2017-11-17T11:30"
  })
  void the_script_says_the_same_words_as_the_server_did(String path, String at) {
    try (Tab tab = Tab.wide(chromium)) {
      for (String language : List.of("en", "fr", "es", "tr", "nl")) {
        String url = still.url(path + "?at=" + at + "&lang=" + language);
        Page page = tab.openAlive(url);
        page.evaluate("document.querySelector('[data-part=page]').textContent = ''");
        assertThat(Tab.words(page)).as(url).isEqualTo(Tab.served(url));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/rooms/auditorium", "/programme", "/rooms/attic"})
  void axe_finds_no_violation_in_any_theme(String path) {
    try (Tab tab = Tab.wide(chromium)) {
      for (String theme : List.of("night", "day")) {
        Page page = tab.open(still.url(path + "?theme=" + theme + "&at=2017-11-17T11:30"));
        assertThat(new AxeBuilder(page).analyze().getViolations()).as(path + " " + theme).isEmpty();
      }
      tab.forgive("404");
    }
  }

  @ParameterizedTest
  @CsvSource({"1920, 1080", "1080, 1920", "1366, 768", "390, 844"})
  void no_page_is_wider_than_its_screen(int width, int height) {
    try (Tab tab = new Tab(chromium, width, height, true)) {
      for (String path : List.of("/", "/rooms/auditorium", "/programme")) {
        Page page = tab.open(still.url(path + "?at=2017-11-17T11:30"));
        page.waitForSelector("body.alive");
        assertThat((boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
            .as("%s at %dx%d", path, width, height)
            .isTrue();
        String name = path.replaceAll("\\W+", "-") + width + "x" + height + ".png";
        page.screenshot(new Page.ScreenshotOptions().setPath(SHOTS.resolve("screen" + name)));
      }
    }
  }

  @Test
  void a_door_in_the_hand_says_all_that_it_says_on_the_wall() {
    try (Tab hand = new Tab(chromium, 390, 844, true)) {
      Page page = hand.openAlive(still.url("/rooms/dijlezaal?at=2017-11-17T11:30"));
      assertThat(page.locator(".showing .title"))
          .hasText("Migration and sustainable urban development");
      for (String told : List.of(".showing .state", ".showing .title", ".people dd", ".coming")) {
        assertThat(page.locator(told).first()).isVisible();
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"1920, 1080", "1080, 1920", "1366, 768", "800, 480"})
  void the_name_of_a_room_is_broken_between_its_words_only(int width, int height) {
    try (Tab tab = new Tab(chromium, width, height, true)) {
      Page page = tab.openAlive(still.url("/?at=2017-11-17T11:30"));
      page.evaluate("document.fonts.ready.then(() => turnPages())");
      Object broken =
          page.evaluate(
              """
              () => nodes('.room').filter(row => {
                row.classList.remove('off');
                const text = row.querySelector('h2 a').firstChild;
                return [...text.data.matchAll(/[^\\s-]+/g)].some(word => {
                  const range = document.createRange();
                  range.setStart(text, word.index);
                  range.setEnd(text, word.index + word[0].length);
                  return range.getClientRects().length > 1;
                });
              }).map(row => row.dataset.room).join()""");
      assertThat(broken).as("%dx%d", width, height).isEqualTo("");
    }
  }

  @Test
  void no_page_of_the_lobby_is_nearly_empty_where_another_can_give_it_a_row() {
    try (Tab tab = Tab.wide(chromium)) {
      Page page = tab.openAlive(still.url("/"));
      String pages =
          "heights => balanced(heights.map(height => ({height})), 1500)"
              + ".map(group => group.map(each => each.height).join('+')).join(' ')";
      assertThat(page.evaluate(pages, List.of(500, 500, 500, 100))).isEqualTo("500+500 500+100");
      assertThat(page.evaluate(pages, List.of(100, 900, 900, 100))).isEqualTo("100+900 900+100");
      assertThat(page.evaluate(pages, List.of(2000, 100))).isEqualTo("2000 100");
    }
  }

  @ParameterizedTest
  @CsvSource({"1920, 1080", "1080, 1920", "1366, 768", "390, 844"})
  void no_row_of_the_lobby_prints_over_another(int width, int height) {
    try (Tab tab = new Tab(chromium, width, height, true)) {
      Page page = tab.open(still.url("/?at=2017-11-16T13:12"));
      page.waitForSelector("body.alive");
      Object spilling =
          page.evaluate(
              "[].filter.call(document.querySelectorAll('.room'),"
                  + " row => row.scrollHeight > row.clientHeight + 1).length");
      assertThat(spilling).as("%dx%d", width, height).isEqualTo(0);
    }
  }

  @Test
  void rows_that_do_not_fit_are_paged_and_none_is_lost() {
    try (Tab tab = new Tab(chromium, 1280, 480, true)) {
      Page page = tab.open(still.url("/?at=2017-11-16T13:12"));
      page.waitForSelector("body.alive");
      assertThat(page.locator("[data-part=page]")).containsText("1 / ");
      assertThat(page.locator(".room")).hasCount(7);
      assertThat(page.locator(".room:not(.off)").count()).isBetween(1, 6);
    }
  }

  /** Turns by script alone, so that no test waits for a page to have stood long enough. */
  private static void turn(Page page, int times) {
    page.evaluate("times => { for (let i = 0; i < times; i++) turnOn(); }", times);
  }

  @Test
  void languages_take_turns_when_all_pages_of_one_have_stood() {
    try (Tab tab = Tab.wide(chromium)) {
      Page page =
          tab.openAlive(
              still.url("/?at=2017-11-16T13:12&languages=en,fr,nl&mode=alternating&lang=en"));
      int pages = ((Number) page.evaluate("pageCount")).intValue();
      assertThat(pages).isGreaterThan(1);
      turn(page, pages - 1);
      assertThat(page.locator("html")).hasAttribute("lang", "en");
      assertThat(page.locator(line("herten-aas", "told-below"))).hasText("14:45 Break");
      turn(page, 1);
      assertThat(page.locator("html")).hasAttribute("lang", "fr");
      assertThat(page.locator("[data-room=herten-aas] .when.now")).hasText("● jusqu’à 14:45");
      turn(page, 2 * ((Number) page.evaluate("pageCount")).intValue());
      assertThat(page.locator("html")).hasAttribute("lang", "en");
    }
  }

  @Test
  void a_screen_is_dim_by_night_and_a_dim_one_at_all_hours() {
    try (Tab tab = Tab.wide(chromium)) {
      assertThat(tab.openAlive(still.url("/?night=23:00-11:00")).locator("body.dim")).hasCount(1);
      assertThat(tab.openAlive(still.url("/?night=11:00-10:00")).locator("body.dim")).hasCount(0);
      assertThat(tab.openAlive(still.url("/?night=11:00-10:00&theme=dim")).locator("body.dim"))
          .hasCount(1);
    }
  }

  @Test
  void a_board_moves_on_a_small_orbit_and_stands_as_long_as_it_takes_to_read() {
    try (Tab tab = Tab.wide(chromium)) {
      Page page = tab.openAlive(still.url("/?at=2017-11-16T13:12"));
      List<?> reach =
          (List<?>)
              page.evaluate(
                  "ORBIT.map((at, i) => { orbit(i); const box = document.body.getBoundingClientRect();"
                      + " return [Math.hypot(box.left, box.top) < 5,"
                      + " Number.isInteger(box.left) && Number.isInteger(box.top),"
                      + " document.documentElement.clientWidth === innerWidth].join(); })");
      assertThat(reach).hasSizeGreaterThan(8).allMatch("true,true,true"::equals);
      assertThat(page.evaluate("orbit(ORBIT.length) || document.body.style.left")).isEqualTo("0px");

      assertThat(page.evaluate("[readingMs('one two three'), readingMs('会議室')].join()"))
          .isEqualTo("1050,1100");
      page.evaluate("page = 0; turnPages()");
      List<?> stands =
          (List<?>)
              page.evaluate(
                  "Array.from({length: pageCount}, () => { page++; turnPages(); return dwellMs(); })");
      assertThat(stands)
          .allSatisfy(ms -> assertThat(((Number) ms).intValue()).isBetween(8_000, 30_000));
    }
  }

  @Test
  void a_panel_that_is_too_small_for_its_distance_says_so() {
    try (Tab tab = new Tab(chromium, 800, 480, true)) {
      Page page = tab.openAlive(still.url("/?distance=12&diagonal=10.1&at=2017-11-16T13:12"));
      assertThat(page.locator("[data-part=reach]")).containsText("12");
      assertThat((boolean) page.evaluate("letters.isShort && letters.reach < 12")).isTrue();
      assertThat(tab.openAlive(still.url("/?distance=1")).locator("[data-part=reach]")).isEmpty();
    }
  }

  @Test
  void what_the_foot_tells_for_all_rooms_stands_there_alone_and_large() {
    try (Tab tab = Tab.wide(chromium)) {
      Page page = tab.openAlive(still.url("/?at=2017-11-16T15:30"));
      assertThat(page.locator(".room:not(.off)")).hasCount(3);
      assertThat(page.locator(".line.told-below").first()).isHidden();
      assertThat(page.locator("[data-part=note]")).hasText("Break at 16:30");
      assertThat(
              (boolean)
                  page.evaluate(
                      "parseFloat(getComputedStyle(part('note')).fontSize) >= 2 * rem() - 1"))
          .isTrue();
      page.setViewportSize(800, 480);
      page.evaluate("turnPages()");
      assertThat(page.locator(".line.told-below").first()).isHidden();
      assertThat(page.evaluate("pageCount")).isEqualTo(7);
      page.setViewportSize(1080, 1920);
      page.evaluate("turnPages()");
      assertThat(page.locator(".line.told-below").first()).isVisible();
    }
  }
}
