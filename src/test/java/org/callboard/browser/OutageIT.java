package org.callboard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.callboard.api.Organiser;
import org.callboard.app.ChildServer;
import org.callboard.app.ExampleEvent;
import org.callboard.app.TestNode;
import org.callboard.board.Boards;
import org.callboard.clock.EventClock;
import org.callboard.clock.EventTime;
import org.callboard.desk.Replica;
import org.callboard.journal.JdbcJournal;
import org.callboard.journal.Journal;
import org.callboard.pages.Pages;
import org.callboard.pages.View;
import org.callboard.store.Database;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A server that is killed while a door shows its board, for half an hour of the event. The page's
 * own time is run by the test; the server, its end and its return are real.
 */
class OutageIT {
  private static final String ROOM = "auditorium";
  private static final String START = "2017-11-17T09:50:00Z";
  private static final long OUTAGE_MILLIS = Duration.ofMinutes(30).toMillis();
  private static final long STEP_MILLIS = 30_000;
  private static final long TICK_MILLIS = 10_000;

  /** Half of the longest way that a measurement may have taken. */
  private static final double CLOCK_ERROR_MILLIS = 500;

  /** What is on the glass, and what the page takes the time to be. */
  private static final String SEEN =
      """
      (() => {
        const text = part => document.querySelector('[data-part=' + part + ']').textContent;
        const door = document.querySelector('[data-part=door]').cloneNode(true);
        door.querySelectorAll('.progress').forEach(each => each.remove());
        const progress = document.querySelector('.progress');
        return {
          now: eventNow(),
          board: [text('time'), text('news'), door.textContent, text('notices')].join('|'),
          age: document.querySelector('.foot [data-part=age]').textContent,
          band: document.querySelector('[data-part=band]').hidden ? '' : text('band'),
          counts: !!progress && !progress.hidden
        };
      })()""";

  private static Chromium chromium;

  @TempDir Path data;

  @BeforeAll
  static void launch() {
    chromium = Chromium.launch();
  }

  @AfterAll
  static void quit() {
    chromium.close();
  }

  private record Seen(Instant now, String board, String age, String band, boolean counts) {

    static Seen on(Page page) {
      Map<?, ?> seen = (Map<?, ?>) page.evaluate(SEEN);
      return new Seen(
          Instant.ofEpochMilli(((Number) seen.get("now")).longValue()),
          plain((String) seen.get("board")),
          (String) seen.get("age"),
          (String) seen.get("band"),
          (boolean) seen.get("counts"));
    }
  }

  private static String plain(String text) {
    return text.replaceAll("\\s+", "");
  }

  /** What the domain itself says of the journal that the server left. */
  private Boards boards() {
    try (Database database = Database.open(Database.url(data.toString()));
        Journal journal = new JdbcJournal(database)) {
      EventTime any = new EventTime(EventClock.real(), TestNode.SYSTEM);
      return new Replica(journal.read(0, 100), any).boards();
    }
  }

  private static String expected(Boards boards, Instant at) {
    View view = new View(boards, at, true, 1, false, "en", "night");
    Document page = Jsoup.parse(new Pages().door(view, ROOM));
    page.select(".progress").remove();
    return plain(
        List.of("time", "news", "door", "notices").stream()
            .map(part -> page.selectFirst("[data-part=" + part + "]").wholeText())
            .reduce((a, b) -> a + "|" + b)
            .orElseThrow());
  }

  /** A second may pass before the glass follows the clock. */
  private static void isRight(Boards boards, Seen seen) {
    assertThat(
            List.of(expected(boards, seen.now()), expected(boards, seen.now().minusMillis(1_000))))
        .as("%s", seen.now())
        .contains(seen.board());
  }

  /** The server last spoke at most one tick before it went. */
  private static void isHonest(Seen seen, Instant killed) {
    long gone = Duration.between(killed, seen.now()).toMillis();
    if (gone + TICK_MILLIS < 30_000) {
      assertThat(seen.age()).as("%s", seen).isEmpty();
    }
    if (gone > 31_000) {
      assertThat(seen.age()).as("%s", seen).contains("as of 10:5");
    }
    if (gone + TICK_MILLIS < 90_000) {
      assertThat(seen.band()).as("%s", seen).isEmpty();
    }
    if (gone > 91_000) {
      assertThat(seen.band()).as("%s", seen).contains("Live updates interrupted");
    }
    if (gone + TICK_MILLIS < 600_000) {
      assertThat(seen.band()).as("%s", seen).doesNotContain("Please ask staff");
    }
    if (gone > 601_000) {
      assertThat(seen.band()).as("%s", seen).contains("Please ask staff");
      assertThat(seen.counts()).as("%s", seen).isFalse();
    }
  }

  private static void isLive(Page page) {
    page.waitForCondition(
        () -> (boolean) page.evaluate("socket.readyState === 1 && silence() < 30000"),
        new Page.WaitForConditionOptions().setTimeout(5_000));
  }

  @Test
  void half_an_hour_without_a_server_the_board_is_right_says_its_age_and_is_back_in_five_seconds()
      throws Exception {
    try (Tab tab = Tab.wide(chromium)) {
      tab.forgive("WebSocket");
      tab.forgive("ERR_");
      ChildServer server = ChildServer.start(data, 0, START);
      Page page = tab.open("about:blank");
      page.clock().install();
      tab.openAlive(server.url() + "/rooms/" + ROOM);
      isLive(page);
      Organiser organiser = Organiser.login(server.url(), "organiser", TestNode.PASSWORD);
      long revision =
          organiser
              .change(
                  "{'type':'edit','session':'"
                      + organiser.get("/api/boards/" + ROOM).objects("next").get(0).getString("id")
                      + "','title':'Another title'}")
              .revision();
      page.waitForCondition(() -> (boolean) page.evaluate("heldRevision() === " + revision));
      page.evaluate("window.stillThis = true");
      AtomicInteger loads = new AtomicInteger();
      page.onLoad(loaded -> loads.incrementAndGet());

      server.kill();
      Instant killed = Seen.on(page).now();
      Boards boards = boards();
      assertThat(boards.revision()).isEqualTo(revision);
      assertThat(turns(boards, killed)).isGreaterThanOrEqualTo(3);
      for (long gone = 0; gone < OUTAGE_MILLIS; gone += STEP_MILLIS) {
        page.clock().fastForward(STEP_MILLIS - 2_000);
        page.clock().runFor(2_000);
        Seen seen = Seen.on(page);
        isRight(boards, seen);
        isHonest(seen, killed);
      }
      page.screenshot(
          new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", "outage.png")));

      page.clock().resume();
      String later = Seen.on(page).now().plusSeconds(3).toString();
      try (ChildServer second = ChildServer.start(data, server.port(), later)) {
        isLive(page);
        page.waitForTimeout(100);
        Seen seen = Seen.on(page);
        isRight(boards, seen);
        assertThat(seen.age() + seen.band()).isEmpty();
        assertThat((boolean) page.evaluate("window.stillThis === true")).isTrue();
        assertThat(loads).hasValue(0);
        assertThat(second.port()).isEqualTo(server.port());
      }
    }
  }

  private static long turns(Boards boards, Instant from) {
    return boards.board(ROOM).orElseThrow().frames().stream()
        .filter(frame -> frame.from().isAfter(from))
        .filter(frame -> frame.from().isBefore(from.plusMillis(OUTAGE_MILLIS)))
        .count();
  }

  private static void step(Page page, long millis) {
    page.evaluate("by => void (window.stepped = by)", (double) millis);
  }

  /** A device whose clock the test steps while the page is open. */
  private static final String STEPPED_CLOCK =
      """
      (() => {
        const Real = Date;
        window.stepped = 0;
        const now = () => Real.now() + window.stepped;
        window.Date = class extends Real {
          constructor(...given) { super(...(given.length ? given : [now()])); }
          static now() { return now(); }
        };
      })()""";

  @Test
  void a_device_clock_that_steps_moves_nothing_and_its_error_is_reported() {
    long[] steps = {10_800_000, -86_400_000, -System.currentTimeMillis(), 86_400_000};
    TestNode node = TestNode.on(ExampleEvent.programme(), EventClock.real(), TestNode.SYSTEM, 0);
    try (Tab tab = Tab.wide(chromium)) {
      tab.forgive("WebSocket");
      tab.forgive("ERR_");
      Page page = tab.open("about:blank");
      page.addInitScript(STEPPED_CLOCK);
      tab.openAlive(node.url("/rooms/auditorium?screen=Door"));
      page.waitForCondition(() -> (boolean) page.evaluate("clock.bestTrip < 1000"));
      for (long by : steps) {
        step(page, by);
        isRight(page);
        page.evaluate("measure(); sendHealth()");
        page.waitForCondition(() -> Math.abs(reported(node) - by) < 1_000);
      }
      node.close();
      for (long by : steps) {
        step(page, by);
        page.evaluate("goOn()");
        isRight(page);
      }
    }
  }

  private static void isRight(Page page) {
    double before = System.currentTimeMillis();
    double told = ((Number) page.evaluate("eventNow()")).doubleValue();
    double after = System.currentTimeMillis();
    assertThat(told).isBetween(before - CLOCK_ERROR_MILLIS, after + CLOCK_ERROR_MILLIS);
  }

  private static double reported(TestNode node) {
    return Organiser.admin(node).get("/api/screens").objects("screens").stream()
        .map(screen -> screen.getJsonObject("health"))
        .filter(health -> health != null && health.containsKey("clockOffset"))
        .mapToDouble(health -> health.getDouble("clockOffset"))
        .findFirst()
        .orElse(0);
  }

  /** Everything but the line is cut once the page is there. */
  @Test
  void a_takeover_needs_nothing_but_the_line() {
    try (TestNode node =
            TestNode.rehearsing(ExampleEvent.programme(), ExampleEvent.FRIDAY_10_50, 1);
        Tab tab = Tab.wide(chromium)) {
      Page page = tab.openAlive(node.url("/rooms/auditorium?lang=fr"));
      page.waitForCondition(
          () -> (boolean) page.evaluate("document.fonts.check('700 1em Hyperlegible', 'aş')"));
      page.waitForLoadState(LoadState.NETWORKIDLE);
      List<String> asked = new CopyOnWriteArrayList<>();
      page.onRequest(request -> asked.add(request.url()));
      page.context().route("**/*", Route::abort);
      Organiser organiser = Organiser.admin(node);
      organiser.change(
          "{'type':'announce','level':'safety','mode':'exercise','headline':'Leave the building now'}");
      Locator takeover = page.getByRole(AriaRole.ALERT);
      assertThat(takeover).containsText("Quittez le bâtiment maintenant");
      assertThat(takeover.locator(".watermark")).hasText("Exercice");
      page.screenshot(
          new Page.ScreenshotOptions()
              .setPath(Path.of("target", "screenshots", "outage-takeover.png")));

      organiser.change("{'type':'announce','level':'safety','headline':'Sortez par le nord'}");
      assertThat(takeover).containsText("Sortez par le nord");
      assertThat(takeover.locator(".watermark")).hasCount(0);
      assertThat(asked).isEmpty();
    }
  }
}
