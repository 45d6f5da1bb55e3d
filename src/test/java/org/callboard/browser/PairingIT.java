package org.callboard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PageAssertions;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.callboard.api.Organiser;
import org.callboard.app.ExampleEvent;
import org.callboard.app.TestNode;
import org.callboard.clock.EventClock;
import org.callboard.clock.EventTime;
import org.callboard.store.Database;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A screen on a wall gets its place from the console, and keeps it. */
class PairingIT {
  private static final Path SHOTS = Path.of("target", "screenshots");
  private static final LocatorAssertions.IsVisibleOptions VISIBLY =
      new LocatorAssertions.IsVisibleOptions().setTimeout(30_000);
  private static final PageAssertions.HasURLOptions SOON =
      new PageAssertions.HasURLOptions().setTimeout(4_000);
  private static final LocatorAssertions.ContainsTextOptions SOON_SAID =
      new LocatorAssertions.ContainsTextOptions().setTimeout(15_000);
  private static final PageAssertions.HasURLOptions PATIENTLY =
      new PageAssertions.HasURLOptions().setTimeout(40_000);

  private static final LocatorAssertions.HasTextOptions PATIENT_TEXT =
      new LocatorAssertions.HasTextOptions().setTimeout(30_000);
  private static final LocatorAssertions.IsEmptyOptions EVENTUALLY_EMPTY =
      new LocatorAssertions.IsEmptyOptions().setTimeout(20_000);
  private static final String IS_KEPT =
      "caches.keys().then(names => Promise.all(names.map(name => caches.open(name)"
          + ".then(cache => cache.keys()))))"
          + ".then(all => all.flat().map(kept => new URL(kept.url).pathname))";

  private static Chromium chromium;

  @TempDir private Path folder;
  private TestNode node;

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
    node = at(0);
  }

  private TestNode at(int port) {
    EventTime time =
        new EventTime(
            EventClock.rehearsal(ExampleEvent.FRIDAY_10_50, 1, TestNode.SYSTEM.now()),
            TestNode.SYSTEM);
    return TestNode.keeping(Database.url(folder.toString()), ExampleEvent.programme(), time, port);
  }

  @AfterEach
  void stop() {
    node.close();
  }

  private static Tab screen() {
    Tab tab = Tab.wide(chromium);
    tab.forgive("Failed to load resource");
    tab.forgive("WebSocket");
    return tab;
  }

  private static void shoot(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions().setPath(SHOTS.resolve("pairing-" + name + ".png")));
  }

  private static Locator code(Page page) {
    return page.locator("[data-part=code]");
  }

  private static Locator button(Page page, String name) {
    return page.getByText(name, new Page.GetByTextOptions().setExact(true)).first();
  }

  @Test
  void a_screen_shows_a_code_gets_a_door_keeps_it_and_shows_a_code_again() {
    try (Tab wall = screen();
        ConsoleTab desk = ConsoleTab.desk(chromium, node).loggedIn()) {
      Page screen = wall.open(node.url("/screen"));
      assertThat(code(screen)).isVisible(VISIBLY);
      assertThat(code(screen))
          .hasText(Pattern.compile("[BCDFGHJKMNPQRTVWXZ]{4} [BCDFGHJKMNPQRTVWXZ]{4}"));
      assertThat(new AxeBuilder(screen).analyze().getViolations()).isEmpty();
      shoot(screen, "code");

      Page console = desk.open("screens");
      assertThat(console.locator(".pairings .code")).hasText(code(screen).textContent());
      console.getByText("Give it a place").click();
      console.fill("[data-field=name]", "Door Alcazar");
      console.selectOption("[data-field=where]", "alcazar");
      console.selectOption("[data-field=language]", "fr");
      shoot(console, "console-place");
      assertThat(new AxeBuilder(console).analyze().getViolations()).isEmpty();
      console.getByText("Place this screen").click();

      assertThat(screen).hasURL(Pattern.compile("/rooms/alcazar\\?screen=.*&lang=fr"), PATIENTLY);
      screen.waitForSelector("body.alive");
      assertThat(console.locator("tr.online button.named")).hasText("Door Alcazar", PATIENT_TEXT);
      assertThat(console.locator(".screens .summary")).containsText("painted on the one screen");
      shoot(console, "console-paired");
      button(console, "Door Alcazar").click();
      button(console, "Show its name").click();
      assertThat(screen.locator(".identify")).hasText("Door Alcazar");
      shoot(screen, "identify");
      console.keyboard().press("Escape");

      int port = node.port();
      node.close();
      node = at(port);
      screen.navigate(node.url("/screen"));
      assertThat(screen).hasURL(Pattern.compile("/rooms/alcazar\\?screen="), PATIENTLY);
      screen.waitForSelector("body.alive");
      shoot(screen, "door");

      Page again = desk.open("screens");
      assertThat(again.locator("tr.online button.named")).hasText("Door Alcazar", PATIENT_TEXT);
      again.locator("button.named").click();
      assertThat(again.locator("[data-field=where]")).hasValue("alcazar");
      assertThat(new AxeBuilder(again).analyze().getViolations()).isEmpty();
      shoot(again, "console-change");
      button(again, "Unpair").click();
      again.getByText("Unpair Door Alcazar").click();
      assertThat(screen).hasURL(Pattern.compile("/screen$"), PATIENTLY);
      assertThat(code(screen)).isVisible(VISIBLY);
      assertThat(again.locator(".pairings .code")).hasText(code(screen).textContent());
    }
  }

  @Test
  void rebooted_while_no_server_is_there_a_paired_screen_shows_its_board() {
    try (Tab wall = screen()) {
      Page screen = wall.open(node.url("/screen"));
      place(screen, "{\"name\":\"Door Alcazar\",\"role\":\"door\",\"room\":\"alcazar\"}");
      assertThat(screen).hasURL(Pattern.compile("/rooms/alcazar\\?screen="), PATIENTLY);
      screen.waitForSelector("body.alive");
      screen.waitForCondition(() -> isKept(screen, "/screen") && isKept(screen, "/rooms/alcazar"));
      String board = screen.url();
      String now = screen.locator(".showing").textContent();
      int port = node.port();
      node.close();

      screen.navigate("about:blank");
      screen.navigate("http://127.0.0.1:" + port + "/screen");
      assertThat(screen).hasURL(board, PATIENTLY);
      screen.waitForSelector("body.alive");
      assertThat(screen.locator(".showing")).hasText(now);
      assertThat(screen.locator(".foot [data-part=age]")).containsText("as of 10:5");
      shoot(screen, "rebooted-offline");
      node = at(port);
      assertThat(screen.locator(".foot [data-part=age]")).isEmpty(EVENTUALLY_EMPTY);
    }
  }

  @Test
  void a_new_assignment_is_followed_at_once_turned_in_part_and_dark_on_purpose() {
    try (Tab wall = screen()) {
      Organiser organiser = Organiser.admin(node);
      Page screen = wall.open(node.url("/screen"));
      String id =
          place(
              screen,
              "{\"name\":\"Foyer\",\"role\":\"lobby\",\"rooms\":[\"scala\",\"auditorium\"],\"turn\":90}");
      assertThat(screen).hasURL(Pattern.compile("rooms=scala,auditorium&turn=90$"), PATIENTLY);
      FrameLocator board = screen.frameLocator("iframe.turned");
      board.locator("body.alive").waitFor();
      assertThat(board.locator(".room")).hasCount(2);
      assertThat(board.locator(".place").first()).isVisible();
      assertThat(screen.frames().get(1).evaluate("innerWidth + 'x' + innerHeight"))
          .isEqualTo("1080x1920");
      shoot(screen, "turned");
      screen.waitForCondition(() -> state(organiser, id).equals("online"));

      assign(organiser, id, "{\"turn\":0,\"off\":[\"10:00-11:30\"]}");
      assertThat(screen).hasURL(Pattern.compile("auditorium&off=10:00-11:30$"), SOON);
      assertThat(screen.locator("body.dark")).isVisible();
      assertThat(screen.locator(".masthead")).isHidden();
      assertThat(state(organiser, id)).isEqualTo("planned-off");
      shoot(screen, "dark");
      organiser.change("{'type':'announce','level':'safety','headline':'Leave the building'}");
      assertThat(screen.locator(".takeover .headline")).isVisible();
      shoot(screen, "dark-takeover");
    }
  }

  @Test
  void an_organiser_with_a_phone_says_what_a_screen_is_to_be() {
    try (Tab wall = screen();
        ConsoleTab desk = ConsoleTab.phone(chromium, node).loggedIn()) {
      Page screen = wall.open(node.url("/screen"));
      place(screen, "{\"name\":\"Foyer\",\"role\":\"lobby\"}");
      screen.waitForSelector("body.alive");
      Page console = desk.open("screens");
      assertThat(console.locator("tr.online button.named")).hasText("Foyer", PATIENT_TEXT);
      shoot(console, "phone-screens");
      console.locator("button.named").click();
      console.selectOption("[data-field=language]", "tr");
      console.getByText("Nederlands").last().check();
      console.getByText("English").last().check();
      console.selectOption("[data-field=mode]", "alternating");
      console.getByText("Scala", new Page.GetByTextOptions().setExact(true)).last().check();
      console.fill("[data-field=distance]", "8");
      console.fill("[data-field=diagonal]", "10.1");
      console.fill("[data-field=dimAt]", "18:00 – 08:00");
      console.fill("[data-field=off]", "22:00–07:00");
      console.selectOption("[data-field=theme]", "contrast");
      assertThat(new AxeBuilder(console).analyze().getViolations()).isEmpty();
      shoot(console, "phone-change");
      button(console, "Save").click();
      assertThat(screen)
          .hasURL(
              Pattern.compile(
                  "&lang=tr&languages=tr,en,nl&mode=alternating&theme=contrast&distance=8"
                      + "&diagonal=10.1&night=18:00-08:00&rooms=scala&off=22:00-07:00$"),
              SOON);
      screen.waitForSelector("body.alive.contrast");
      screen.evaluate("sendHealth()");
      assertThat(console.locator("tr.online .late")).containsText(", not from 8 m", SOON_SAID);
      console.locator(".file select").selectOption("alcazar");
      Download file = console.waitForDownload(console.getByText("Download the file")::click);
      assertThat(file.suggestedFilename()).isEqualTo("callboard-alcazar.html");
    }
  }

  /** What the screens that are not in the records say that they are. */
  private static List<String> unknown(Organiser organiser) {
    return organiser.get("/api/screens").objects("screens").stream()
        .filter(screen -> screen.getString("state").equals("unknown"))
        .map(screen -> screen.getJsonObject("health", new JsonObject()))
        .filter(health -> health != null)
        .map(health -> health.getString("assigned", ""))
        .toList();
  }

  private static void assign(Organiser organiser, String id, String assignment) {
    assertThat(organiser.patch("/api/paired-screens/" + id, assignment).status()).isEqualTo(200);
  }

  private static String state(Organiser organiser, String id) {
    return organiser.get("/api/screens").objects("screens").stream()
        .filter(screen -> screen.getString("id").equals(id))
        .map(screen -> screen.getString("state"))
        .findFirst()
        .orElse("");
  }

  /** What an organiser says in the console. */
  private String place(Page screen, String assignment) {
    assertThat(code(screen)).isVisible(VISIBLY);
    String path = "/api/pairings/" + code(screen).textContent().replace(" ", "") + "/confirm";
    Organiser.Answer answer = Organiser.admin(node).post(path, assignment);
    assertThat(answer.status()).isEqualTo(201);
    return answer.json().getString("id");
  }

  private static boolean isKept(Page page, String path) {
    return ((List<?>) page.evaluate(IS_KEPT)).contains(path);
  }

  @Test
  void nothing_but_the_farewell_takes_a_screen_from_its_board() {
    try (Tab wall = screen()) {
      Page screen = wall.open(node.url("/screen"));
      assertThat(code(screen)).isVisible(VISIBLY);
      String kept =
          (String)
              screen.evaluate(
                  "() => { const kept = JSON.parse(localStorage.getItem('callboard-screen'));"
                      + " kept.assignment = { name: 'Lobby', role: 'lobby' };"
                      + " kept.secret = kept.secret.slice(0, -1) + '_';"
                      + " localStorage.setItem('callboard-screen', JSON.stringify(kept));"
                      + " return kept.id; }");
      screen.navigate(node.url("/screen"));
      assertThat(screen).hasURL(Pattern.compile("/\\?screen=" + kept), PATIENTLY);
      screen.waitForSelector("body.alive");
      Organiser organiser = Organiser.admin(node);
      screen.waitForCondition(() -> unknown(organiser).contains("Lobby"));
      screen.route(
          "**/api/pairings/*",
          route ->
              route.fulfill(
                  new com.microsoft.playwright.Route.FulfillOptions()
                      .setContentType("application/json")
                      .setBody("{\"state\":\"gone\",\"farewell\":\"bye\"}")));
      screen.evaluate("() => { askWhatToBe(); askWhatToBe(); askWhatToBe(); }");
      screen.evaluate(
          "() => new Promise(done => askState(keptScreen(), () => setTimeout(done, 50)))");
      assertThat(screen).hasURL(Pattern.compile("/\\?screen=" + kept));
      screen.unroute("**/api/pairings/*");
      isGivenItsPlaceAgain(screen, kept);
    }
  }

  /** It shows its board, and a code besides by which it is known again. */
  private void isGivenItsPlaceAgain(Page screen, String kept) {
    screen.evaluate("() => { strangers = 2; askWhatToBe(); }");
    assertThat(screen.locator(".anew")).hasText(Pattern.compile("◌ \\w{4} \\w{4}"), PATIENT_TEXT);
    assertThat(screen.locator(".room:not(.off)").first()).isVisible();
    shoot(screen, "unknown");
    String code = screen.locator(".anew").textContent().replaceAll("[◌ ]", "");
    Organiser.Answer answer =
        Organiser.admin(node)
            .post("/api/pairings/" + code + "/confirm", "{\"name\":\"Hall\",\"role\":\"lobby\"}");
    String id = answer.json().getString("id");
    assertThat(id).isNotEqualTo(kept);
    assertThat(screen).hasURL(Pattern.compile("/\\?screen=" + id), PATIENTLY);
    screen.waitForSelector("body.alive");
    screen.waitForCondition(() -> state(Organiser.admin(node), id).equals("online"));
  }
}
