package org.callboard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.callboard.api.Organiser;
import org.callboard.app.ExampleEvent;
import org.callboard.app.TestNode;
import org.callboard.clock.EventClock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Screens whose server has gone: loaded anew without it, growing old, and back with it. */
class OfflineScreenIT {
  private static final Path SHOTS = Path.of("target", "screenshots");
  private static final Instant BREAK = Instant.parse("2017-11-16T09:15:00Z");

  /** Half of the longest way that a measurement may have taken. */
  private static final double CLOCK_ERROR_MILLIS = 500;

  private static final String IS_KEPT =
      "caches.keys().then(names => Promise.all(names.map(name => caches.open(name)"
          + ".then(cache => cache.keys()))))"
          + ".then(all => all.flat().map(kept => new URL(kept.url).pathname))";
  private static final LocatorAssertions.ContainsTextOptions PATIENTLY =
      new LocatorAssertions.ContainsTextOptions().setTimeout(30_000);

  private static Chromium chromium;

  @BeforeAll
  static void launch() {
    chromium = Chromium.launch();
  }

  @AfterAll
  static void quit() {
    chromium.close();
  }

  private static TestNode rehearsing(long secondsBeforeBreak, double speed) {
    return TestNode.rehearsing(
        ExampleEvent.programme(), BREAK.minusSeconds(secondsBeforeBreak), speed);
  }

  private static Locator part(Page page, String name) {
    return page.locator("[data-part=" + name + "]");
  }

  private static Locator age(Page page) {
    return page.locator(".foot [data-part=age]");
  }

  /** Waits until the page is kept for when no server answers. */
  private static void settle(Page page, String path) {
    page.waitForCondition(() -> ((List<?>) page.evaluate(IS_KEPT)).contains(path));
    page.waitForCondition(
        () -> (boolean) page.evaluate("navigator.serviceWorker.controller !== null"));
    holds(page, "keeping === null && !!readKept('board') && !!readKept('heard')");
  }

  private static Tab unplugged() {
    Tab tab = Tab.wide(chromium);
    tab.forgive("WebSocket");
    tab.forgive("ERR_");
    return tab;
  }

  private static void holds(Page page, String condition) {
    page.waitForCondition(() -> (boolean) page.evaluate(condition));
  }

  private static void reloadAlive(Page page) {
    page.reload();
    page.waitForSelector("body.alive");
  }

  private static void shot(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions().setPath(SHOTS.resolve("offline-" + name + ".png")));
  }

  private static void growOld(Page page, int seconds) {
    page.evaluate("lastHeard = performance.now() - " + seconds * 1000L + "; goOn()");
  }

  @Test
  void loaded_anew_without_a_server_the_newest_board_is_there_and_goes_on() {
    TestNode node = rehearsing(600, 1);
    int port = node.port();
    try (Tab tab = unplugged()) {
      Page page = tab.openAlive(node.url("/rooms/auditorium"));
      Organiser organiser = Organiser.admin(node);
      organiser.change(
          "{'type':'announce','level':'urgent','headline':'Mind the step','until':'"
              + BREAK.plusSeconds(90)
              + "'}");
      assertThat(part(page, "bands")).containsText("Mind the step");
      settle(page, "/rooms/auditorium");
      organiser.change(
          "{'type':'clock','at':'" + BREAK.minusSeconds(300) + "','speed':30}"); // 10 s before
      holds(page, "readKept('heard').speed === 30");
      node.close();

      reloadAlive(page);
      assertThat(part(page, "bands")).containsText("Mind the step");
      assertThat(page.locator(".showing .state")).containsText("Now, until 10:15");
      assertThat(page.locator(".progress:not([hidden])")).hasCount(0);
      assertThat(age(page)).containsText("as of 10:");
      shot(page, "door");
      assertThat(page.locator(".showing .title")).hasText("Break", patientlyText());
      assertThat(part(page, "bands")).not().containsText("Mind the step", PATIENTLY);
      comesBack(page, port);
    }
  }

  private static LocatorAssertions.HasTextOptions patientlyText() {
    return new LocatorAssertions.HasTextOptions().setTimeout(30_000);
  }

  private static void comesBack(Page page, int port) {
    page.evaluate("window.stillThis = true");
    EventClock later = EventClock.rehearsal(BREAK.plusSeconds(1200), 1, TestNode.SYSTEM.now());
    try (TestNode second = TestNode.on(ExampleEvent.programme(), later, TestNode.SYSTEM, port)) {
      assertThat(page.locator(".showing .state"))
          .containsText(
              "Now, until 12:00", new LocatorAssertions.ContainsTextOptions().setTimeout(20_000));
      assertThat(age(page)).isEmpty();
      assertThat(page.locator(".progress:not([hidden])")).hasCount(1);
      assertThat((boolean) page.evaluate("window.stillThis === true")).isTrue();
      assertThat(second.port()).isEqualTo(port);
    }
  }

  @Test
  void the_lobby_is_there_again_and_another_events_board_is_not_shown() {
    TestNode node = rehearsing(600, 1);
    try (Tab tab = unplugged()) {
      Page page = tab.openAlive(node.url("/?screen=Lobby"));
      settle(page, "/");
      node.close();
      reloadAlive(page);
      assertThat(page.locator(".room[data-room=auditorium]")).containsText("until 10:15");
      shot(page, "lobby");

      page.evaluate(
          "(() => { const key = keptKey('board'); const kept = JSON.parse(localStorage[key]);"
              + "kept.messages[0].event.name = 'Another event';"
              + "kept.messages.slice(1).forEach(board => { board.frames = [{from: 0, now: [],"
              + " next: [], later: [], notices: []}]; });"
              + "localStorage[key] = JSON.stringify(kept); })()");
      reloadAlive(page);
      assertThat(page.locator(".room[data-room=auditorium]")).containsText("until 10:15");
      assertThat(age(page)).containsText("as of 10:0");
    }
  }

  @Test
  void a_device_whose_clock_went_back_claims_no_time() {
    TestNode node = rehearsing(600, 1);
    try (Tab tab = unplugged()) {
      Page page = tab.openAlive(node.url("/rooms/auditorium"));
      settle(page, "/rooms/auditorium");
      node.close();
      page.addInitScript(shifted(-86_400_000));
      reloadAlive(page);
      assertThat(part(page, "time")).hasText("--:--");
      assertThat(part(page, "band")).containsText("Live updates interrupted · Please ask staff");
      assertThat(age(page)).containsText("as of 10:0");
      assertThat(page.locator(".showing .state")).containsText("Now, until 10:15");
      shot(page, "no-clock");
    }
  }

  private static String shifted(long millis) {
    return """
        (() => {
          const Real = Date;
          const now = () => Real.now() + (%d);
          window.Date = class extends Real {
            constructor(...given) { super(...(given.length ? given : [now()])); }
            static now() { return now(); }
          };
        })()"""
        .formatted(millis);
  }

  @ParameterizedTest
  @ValueSource(longs = {-86_400_000L, 86_400_000L, Long.MIN_VALUE})
  void event_time_is_right_whatever_the_device_takes_it_to_be(long given) {
    long shift = given == Long.MIN_VALUE ? -System.currentTimeMillis() : given;
    try (TestNode node =
            TestNode.on(ExampleEvent.programme(), EventClock.real(), TestNode.SYSTEM, 0);
        Tab tab = Tab.wide(chromium)) {
      Page page = tab.open("about:blank");
      page.addInitScript(shifted(shift));
      tab.openAlive(node.url("/rooms/auditorium?screen=Door"));
      holds(page, "socket.readyState === 1 && clock.bestTrip < 1000");
      double before = now();
      double told = ((Number) page.evaluate("eventNow()")).doubleValue();
      assertThat(told).isBetween(before - CLOCK_ERROR_MILLIS, now() + CLOCK_ERROR_MILLIS);
      page.evaluate("sendHealth()");
      page.waitForCondition(() -> Math.abs(offset(node) - shift) < 1_000);
    }
  }

  private static long now() {
    return System.currentTimeMillis();
  }

  private static double offset(TestNode node) {
    return Organiser.admin(node).get("/api/screens").objects("screens").stream()
        .map(screen -> screen.getJsonObject("health"))
        .filter(health -> health != null && health.containsKey("clockOffset"))
        .mapToDouble(health -> health.getDouble("clockOffset"))
        .findFirst()
        .orElse(0);
  }

  @Test
  void what_is_old_says_so_in_stages_and_in_the_end_counts_nothing_down() {
    TestNode node = rehearsing(600, 1);
    try (Tab tab = unplugged()) {
      Page page = tab.openAlive(node.url("/rooms/auditorium?lang=fr"));
      node.close();
      growOld(page, 20);
      assertThat(age(page)).isEmpty();
      growOld(page, 31);
      assertThat(age(page)).containsText("◷");
      assertThat(part(page, "band")).isHidden();
      growOld(page, 91);
      assertThat(part(page, "band")).hasText("◷ " + page.evaluate("labels.interrupted"));
      assertThat(page.locator(".progress:not([hidden])")).hasCount(1);
      growOld(page, 601);
      assertThat(part(page, "band")).containsText((String) page.evaluate("labels.askStaff"));
      assertThat(page.locator(".progress:not([hidden])")).hasCount(0);
      assertThat(part(page, "time")).containsText("10:0");
      shot(page, "ask-staff");
    }
  }

  @Test
  void a_new_build_leads_to_one_reload_after_a_takeover_and_while_a_server_answers() {
    try (TestNode node = rehearsing(600, 1);
        Tab tab = unplugged()) {
      Page page = tab.open("about:blank");
      page.addInitScript("Math.random = () => 0");
      tab.openAlive(node.url("/rooms/auditorium"));
      Organiser organiser = Organiser.admin(node);
      organiser.change("{'type':'announce','level':'safety','headline':'Leave now'}");
      assertThat(part(page, "takeover")).isVisible();
      AtomicInteger loads = new AtomicInteger();
      page.onLoad(loaded -> loads.incrementAndGet());
      newBuild(page);
      page.waitForTimeout(2_500);
      assertThat(loads).hasValue(0);

      page.evaluate("void (window.realFetch = fetch, window.fetch = () => Promise.reject('gone'))");
      String id = announcement(organiser);
      organiser.change("{'type':'withdraw','announcement':'" + id + "'}");
      assertThat(part(page, "takeover")).isHidden();
      page.waitForTimeout(2_500);
      assertThat(loads).hasValue(0);

      page.evaluate("void (window.fetch = window.realFetch)");
      page.waitForCondition(() -> loads.get() == 1);
      page.waitForSelector("body.alive");
      newBuild(page);
      page.waitForTimeout(2_500);
      assertThat(loads).hasValue(1);
    }
  }

  private static void newBuild(Page page) {
    page.evaluate(
        "build = 'old'; hear({type: 'tick', now: eventNow(), speed: 1, revision: 1, build: 'new'})");
  }

  private static String announcement(Organiser organiser) {
    return organiser.get("/api/announcements").objects("announcements").get(0).getString("id");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }",
        "Object.defineProperty(window, 'localStorage', { get() { throw new Error('blocked') } });"
            + "Object.defineProperty(window, 'sessionStorage', { get() { throw new Error('b') } })"
      })
  void a_storage_that_is_full_or_blocked_is_survived(String trouble) {
    try (TestNode node = rehearsing(600, 1);
        Tab tab = Tab.wide(chromium)) {
      Page page = tab.open("about:blank");
      page.addInitScript(trouble);
      tab.openAlive(node.url("/rooms/auditorium"));
      assertThat(page.locator(".showing .state")).containsText("Now, until 10:15");
      Organiser.admin(node)
          .change("{'type':'announce','level':'notice','headline':'Tea','until':'" + BREAK + "'}");
      assertThat(part(page, "notices")).containsText("Tea");
      page.waitForTimeout(1_000);
    }
  }

  @Test
  void the_device_keeps_screens_alone_and_leaves_the_phones_page_to_its_own_worker() {
    try (TestNode node = rehearsing(600, 1);
        Tab tab = Tab.wide(chromium)) {
      Page page = tab.openAlive(node.url("/rooms/auditorium"));
      settle(page, "/rooms/auditorium");
      page.evaluate("fetch('/api/boards').then(answer => answer.text())");
      tab.open(node.url("/console"));
      tab.open(node.url("/?at=2017-11-16T10:00"));
      assertThat((List<?>) page.evaluate(IS_KEPT))
          .allMatch(
              path ->
                  path.toString()
                      .matches("/rooms/auditorium|/screen|/qr.svg|/(display|screen|assets)/[^/]+"));

      tab.openAlive(node.url("/programme"));
      holds(
          page,
          "!!navigator.serviceWorker.controller"
              + " && navigator.serviceWorker.controller.scriptURL.endsWith('/programme/worker.js')");
      tab.openAlive(node.url("/"));
      assertThat((String) page.evaluate("navigator.serviceWorker.controller.scriptURL"))
          .endsWith("/display/worker.js");
    }
  }
}
