package org.callboard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.callboard.agenda.Step;
import org.callboard.app.TestNode;
import org.callboard.change.Announcement;
import org.callboard.change.Announcement.Level;
import org.callboard.change.Announcement.Mode;
import org.callboard.change.Announcement.Target;
import org.callboard.change.Effect;
import org.callboard.interchange.Programmes;
import org.callboard.pages.TroubledDay;
import org.callboard.programme.Programme;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The screens in a real Chromium, on days that have changed. */
class TroubledDayIT {
  private static final List<String> LANGUAGES = List.of("en", "fr", "es", "tr", "nl");
  private static final List<String> PATHS = List.of("/", "/rooms/alcazar", "/programme");

  private static final List<TroubledDay> WIDEST =
      List.of(
          TroubledDay.MOVED,
          TroubledDay.CANCELLED,
          TroubledDay.RETITLED,
          TroubledDay.ALL_LATE,
          TroubledDay.URGENT,
          TroubledDay.EXERCISE);

  private static final Map<TroubledDay, TestNode> NODES = new EnumMap<>(TroubledDay.class);
  private static Chromium chromium;
  private static Programme example;

  @BeforeAll
  static void start() throws Exception {
    chromium = Chromium.launch();
    example = Programmes.read(Path.of("config", "programme.md"), Optional.empty()).programme();
    for (TroubledDay day : TroubledDay.values()) {
      NODES.put(day, TestNode.rehearsing(example, day.step(example), day.now(), 1));
    }
  }

  @AfterAll
  static void stop() {
    NODES.values().forEach(TestNode::close);
    chromium.close();
  }

  private static String url(TroubledDay day, String path, String language) {
    String at = path + "?at=" + day.now() + "&lang=" + language;
    return NODES.get(day).url(at);
  }

  @ParameterizedTest
  @EnumSource
  void the_script_says_the_same_words_as_the_server_did(TroubledDay day) {
    try (Tab tab = Tab.wide(chromium)) {
      for (String language : LANGUAGES) {
        for (String path : List.of("/", "/rooms/alcazar")) {
          saysTheSame(tab, url(day, path, language));
        }
      }
      String language = LANGUAGES.get(day.ordinal() % LANGUAGES.size());
      saysTheSame(tab, url(day, "/programme", language));
      saysTheSame(tab, url(day, "/rooms/scala", language));
      saysTheSame(tab, url(day, "/rooms/dijlezaal", language));
      saysTheSame(tab, NODES.get(day).url("/?at=2017-11-16T14:50"));
    }
  }

  private static void saysTheSame(Tab tab, String url) {
    String served = Tab.served(url);
    Page page = tab.openAlive(url);
    page.evaluate("document.querySelector('[data-part=page]').textContent = ''");
    assertThat(Tab.words(page)).as(url).isEqualTo(served);
  }

  @ParameterizedTest
  @EnumSource(names = {"ALL_LATE", "MOVED", "CANCELLED", "URGENT", "NOTICE", "SAFETY", "EXERCISE"})
  void axe_finds_no_violation(TroubledDay day) {
    try (Tab tab = Tab.wide(chromium)) {
      for (String path : PATHS) {
        Page page = tab.openAlive(url(day, path, "en"));
        assertThat(new AxeBuilder(page).analyze().getViolations()).as(day + " " + path).isEmpty();
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"1920, 1080", "1080, 1920", "1366, 768", "390, 844"})
  void no_page_is_wider_than_its_screen(int width, int height) {
    try (Tab tab = new Tab(chromium, width, height, true)) {
      for (TroubledDay day : WIDEST) {
        for (String path : PATHS) {
          Page page = tab.openAlive(url(day, path, "en"));
          assertThat((boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
              .as("%s %s at %dx%d", day, path, width, height)
              .isTrue();
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "fr", "es", "tr", "nl"})
  void where_a_session_went_stands_whole_at_a_small_door(String language) {
    try (Tab tab = new Tab(chromium, 800, 480, true)) {
      Page page = tab.openAlive(url(TroubledDay.MOVED, "/rooms/alcazar", language));
      page.evaluate("document.fonts.ready.then(() => { page = 0; turnPages(); })");
      assertThat(page.locator(".news .headline")).containsText("Scala");
      Object hidden =
          page.evaluate(
              "['.news .told', '.news .headline'].map(each => document.querySelector(each)"
                  + ".getBoundingClientRect().bottom).reduce((told, said) => said - told)");
      assertThat(((Number) hidden).doubleValue()).isLessThanOrEqualTo(1);
    }
  }

  @Test
  void a_takeover_leaves_nothing_behind_it_to_see_or_to_reach() {
    try (Tab tab = Tab.wide(chromium)) {
      Page page = tab.openAlive(url(TroubledDay.SAFETY, "/", "en"));
      assertThat(page.getByRole(AriaRole.ALERT)).containsText("Leave by the nearest exit");
      page.keyboard().press("Tab");
      assertThat((boolean) page.evaluate("document.activeElement === document.body")).isTrue();
      assertThat(page.locator(".rooms")).isHidden();
      assertThat(page.locator("[data-part=notices]")).isHidden();
    }
  }

  @Test
  void an_announcement_opens_and_closes_by_itself_though_the_line_is_cut() {
    Instant end = TroubledDay.SAFETY.now().plusSeconds(600);
    Announcement safety =
        TroubledDay.announcement(Level.SAFETY, Mode.LIVE, false, end, Target.VENUE);
    Instant before = safety.from().minusSeconds(120);
    Step announced = new Step(before, List.of(new Effect.Announced(safety)), "");
    TestNode node = TestNode.rehearsing(example, announced, before, 60);
    try (Tab tab = Tab.wide(chromium)) {
      Page page = tab.openAlive(node.url("/"));
      page.waitForLoadState(LoadState.NETWORKIDLE);
      node.close();
      assertThat(page.locator("[data-part=takeover]")).isVisible();

      assertThat(page.locator("[data-part=takeover]"))
          .isHidden(new LocatorAssertions.IsHiddenOptions().setTimeout(30_000));
      assertThat(page.locator(".rooms")).isVisible();
      tab.forgive("WebSocket");
      tab.forgive("ERR_CONNECTION_REFUSED"); // what the device was still keeping for later
    }
  }
}
