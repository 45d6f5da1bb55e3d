package org.callboard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.callboard.api.Organiser;
import org.callboard.app.ExampleEvent;
import org.callboard.app.TestNode;
import org.callboard.pages.QrReader;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A host with a phone in one hand, in a room with a dead spot. */
class HostIT {
  private static final Path SHOTS = Path.of("target", "screenshots");
  private static final String SMUGGLING = "migrant-smuggling-and-human-trafficking";
  private static final LocatorAssertions.ContainsTextOptions PATIENTLY =
      new LocatorAssertions.ContainsTextOptions().setTimeout(20_000);

  /** A barred action says why it is, so it can be tapped all the same. */
  private static final Locator.ClickOptions ANYWAY = new Locator.ClickOptions().setForce(true);

  private static final String TOO_WIDE =
      "[].map.call(document.querySelectorAll('body *'), each =>"
          + " each.getBoundingClientRect().right > innerWidth"
          + " ? each.className + ': ' + each.textContent : '').filter(Boolean)";

  private static Chromium chromium;
  private TestNode node;
  private Organiser organiser;

  @BeforeAll
  static void launch() {
    chromium = Chromium.launch();
  }

  @AfterAll
  static void quit() {
    chromium.close();
  }

  @BeforeEach
  void start() {
    node = TestNode.rehearsing(ExampleEvent.programme(), ExampleEvent.FRIDAY_10_50, 1);
    organiser = Organiser.admin(node);
  }

  @AfterEach
  void stop() {
    node.close();
  }

  private String path(String room) {
    JsonObject body = new JsonObject().put("room", room);
    String url = organiser.post("/api/host-links", body.encode()).json().getString("url");
    return url.substring(url.indexOf("/host/"));
  }

  private static Tab phone() {
    return new Tab(chromium, 390, 844, true);
  }

  private static Locator action(Page page, String name) {
    return page.locator(".action." + name);
  }

  private static Locator result(Page page) {
    return page.locator("[data-part=result]");
  }

  private static void shoot(Page page, String name) {
    page.screenshot(new Page.ScreenshotOptions().setPath(SHOTS.resolve("host-" + name + ".png")));
  }

  private List<String> journal() {
    return organiser.get("/api/changes?after=1").objects("changes").stream()
        .map(change -> change.getJsonObject("change").getString("type"))
        .toList();
  }

  @Test
  void a_host_runs_a_session_with_one_thumb_and_is_told_what_came_of_it() {
    try (Tab tab = phone()) {
      Page page = tab.openAlive(node.url(path("alcazar")));
      assertThat(action(page, "fiveMore")).containsText("Nothing is on here");
      shoot(page, "before");

      action(page, "start").click();
      assertThat(result(page)).containsText(Pattern.compile("Started 10:5\\d. Boards show it."));
      assertThat(page.locator(".line.now .what")).containsText("Migrant smuggling");
      assertThat(action(page, "start")).containsText("Already started at 10:5");
      shoot(page, "started");
      action(page, "start").click(ANYWAY);
      assertThat(result(page)).containsText("Already started at 10:5");

      String end = organiser.session(SMUGGLING).getString("end");
      action(page, "fiveMore").click();
      assertThat(result(page)).containsText("Goes on until");
      assertThat(organiser.session(SMUGGLING).getString("end")).isGreaterThan(end);
      page.locator("[data-part=result] button").click();
      assertThat(result(page)).containsText("Taken back.");
      assertThat(organiser.session(SMUGGLING).getString("end")).isEqualTo(end);

      action(page, "full").click();
      assertThat(result(page)).containsText("The room is marked full. Boards show it.");
      assertThat(action(page, "full")).containsText("Room is open again");

      action(page, "over").click();
      assertThat(result(page)).containsText("Over at 10:5");
      assertThat(journal()).containsExactly("start", "extend", "undo", "room", "finish");
    }
  }

  @Test
  void a_call_for_help_is_answered_on_the_phone() {
    try (Tab tab = phone()) {
      Page page = tab.openAlive(node.url(path("alcazar")));
      action(page, "help").click();
      assertThat(result(page)).containsText("The organisers know that you need them.");
      assertThat(action(page, "help")).containsText("Called at 10:5");

      String call = organiser.get("/api/calls").objects("calls").get(0).getString("id");
      organiser.change("{'type':'answer','call':'" + call + "'}");
      assertThat(result(page)).containsText("have answered your call for help");
      assertThat(action(page, "help")).not().containsText("Called at");
    }
  }

  @Test
  void a_tap_in_a_dead_spot_is_kept_and_sent_once_when_the_network_is_back() throws Exception {
    try (CuttableLine line = new CuttableLine(node.port());
        Tab tab = phone()) {
      Page page = tab.openAlive(line.url(path("alcazar")));
      line.cut();
      action(page, "start").click();
      action(page, "help").click();
      assertThat(page.locator("[data-part=kept]"))
          .containsText("will be sent when the network is back", PATIENTLY);
      assertThat(action(page, "start")).containsText("Waiting to be sent");
      shoot(page, "dead-spot");
      assertThat(journal()).isEmpty();

      page.waitForCondition(() -> page.locator(".tap").count() == 2);
      line.mend();
      assertThat(result(page)).containsText("this was sent now: Started 10:5", PATIENTLY);
      assertThat(result(page)).containsText("The organisers know", PATIENTLY);
      assertThat(page.locator("[data-part=kept]")).isEmpty();
      assertThat(action(page, "start")).containsText("Already started at 10:5", PATIENTLY);
      shoot(page, "back");
      assertThat(journal()).containsExactly("start", "call");
      tab.forgive("WebSocket");
      tab.forgive("Failed to load");
    }
  }

  @Test
  void a_tap_whose_answer_was_lost_counts_once() throws Exception {
    try (CuttableLine line = new CuttableLine(node.port());
        Tab tab = phone()) {
      Page page = tab.openAlive(line.url(path("alcazar")));
      line.loseAnswers();
      action(page, "full").click();
      page.waitForCondition(() -> journal().equals(List.of("room")));
      assertThat(page.locator("[data-part=kept]")).containsText("will be sent", PATIENTLY);

      line.mend();
      assertThat(result(page)).containsText("The room is marked full", PATIENTLY);
      assertThat(journal()).containsExactly("room");
      tab.forgive("WebSocket");
      tab.forgive("Failed to load");
    }
  }

  @Test
  void a_tap_that_has_waited_too_long_is_not_sent_without_asking() throws Exception {
    try (CuttableLine line = new CuttableLine(node.port());
        Tab tab = phone()) {
      String path = path("alcazar");
      Page page = tab.openAlive(line.url(path));
      line.cut();
      action(page, "full").click();
      assertThat(page.locator("[data-part=kept]")).containsText("will be sent", PATIENTLY);
      page.evaluate(
          "() => { const key = 'callboard.host.alcazar'; const taps = JSON.parse(localStorage[key]);"
              + " taps[0].tapped -= 11 * 60000; localStorage[key] = JSON.stringify(taps); }");
      line.mend();
      page.evaluate("() => { taps = readTaps(); }");
      assertThat(page.locator(".tap.old")).containsText("Does it still hold?");
      shoot(page, "too-old");
      assertThat(journal()).isEmpty();

      page.getByText("Send now").click();
      assertThat(result(page)).containsText("The room is marked full", PATIENTLY);
      assertThat(journal()).containsExactly("room");
      tab.forgive("WebSocket");
      tab.forgive("Failed to load");
    }
  }

  @Test
  void a_link_that_is_revoked_says_so_and_sends_nothing() {
    try (Tab tab = phone()) {
      Page page = tab.openAlive(node.url(path("alcazar")));
      String id = organiser.get("/api/host-links").objects("links").get(0).getString("id");
      organiser.delete("/api/host-links/" + id);
      action(page, "full").click();
      assertThat(result(page)).containsText("This link does not work any more");
      assertThat(page.locator(".action")).hasCount(0);
      page.reload();
      assertThat(page.locator("h2")).hasText("This link does not work");
      tab.forgive("401");
      tab.forgive("404");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "fr", "es", "tr", "nl"})
  void the_page_fits_a_thumb_and_axe_finds_no_violation(String language) {
    organiser.change("{'type':'start','session':'" + SMUGGLING + "'}");
    try (Tab tab = phone()) {
      Page page = tab.openAlive(node.url(path("alcazar") + "?lang=" + language));
      assertThat(page.locator(".action")).hasCount(6);
      action(page, "help").click();
      assertThat(result(page)).not().isEmpty();
      assertThat(new AxeBuilder(page).analyze().getViolations()).as(language).isEmpty();
      assertThat(page.evaluate(TOO_WIDE)).as(language).isEqualTo(List.of());
      assertThat(page.locator(".action.help").boundingBox().y).isLessThan(844 - 44);
      assertThat(page.locator("html").getAttribute("lang")).isEqualTo(language);
      shoot(page, language);
    }
  }

  @Test
  void the_room_reads_the_same_without_script() {
    try (Tab tab = new Tab(chromium, 390, 844, false)) {
      Page page = tab.open(node.url(path("alcazar")));
      assertThat(page.locator(".line.idle")).containsText("Nothing on here now");
      assertThat(page.content()).contains("must allow scripts");
    }
  }

  @Test
  void the_code_in_the_lobby_can_be_read_from_the_screen() throws Exception {
    try (Tab tab = Tab.wide(chromium)) {
      Page page = tab.openAlive(node.url("/?distance=1.5"));
      // It stands on a page whose rows leave space for it.
      assertThat(page.locator(".qr"))
          .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(60_000));
      page.waitForCondition(
          () -> (boolean) page.evaluate("document.querySelector('.qr').naturalWidth > 0"));
      Path shot = SHOTS.resolve("lobby-code.png");
      page.screenshot(new Page.ScreenshotOptions().setPath(shot));
      assertThat(QrReader.read(ImageIO.read(shot.toFile()))).isEqualTo(node.url("/programme"));
    }
  }
}
