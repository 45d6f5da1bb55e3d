package org.callboard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.callboard.api.Organiser;
import org.callboard.app.ExampleEvent;
import org.callboard.app.TestNode;
import org.callboard.clock.EventClock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Announcements and takeovers, from the console to the screens and back, in a real Chromium. */
class TakeoverIT {
  private static final Path SHOTS = Path.of("target", "screenshots");
  private static final int TOO_SHORT_MILLIS = 300;

  /** Whether a sign has ink, is as high as the words beside it, and those stand out. */
  private static final String SIGN =
      "() => { const size = (each) => parseFloat(getComputedStyle(each).fontSize);"
          + " const [sign, lead, rest] = ['.action', '.lead', '.rest']"
          + ".map(each => document.querySelector('.takeover ' + each));"
          + " return [getComputedStyle(sign.firstChild).stroke === getComputedStyle(lead).color,"
          + " sign.getBoundingClientRect().height >= size(lead), size(lead) > size(rest)]; }";

  /** Whether the first of one kind stands on a line with the first of another. */
  private static final String BESIDE =
      "both => { const [one, other] = both.map(each => document.querySelector('.composer ' + each)"
          + ".getBoundingClientRect()); return one.top < other.bottom && other.top < one.bottom; }";

  private static final String HEADLINES = headlines();

  private static Chromium chromium;
  private TestNode node;
  private Organiser organiser;

  @BeforeAll
  static void launch() {
    chromium = Chromium.launch();
  }

  @AfterAll
  static void close() {
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

  private Page console(Tab tab, String user, String password, String view) {
    Page page = tab.open(node.url("/console?lang=en#" + view));
    page.fill("#user", user);
    page.fill("#password", password);
    page.press("#password", "Enter");
    page.waitForSelector("body.alive [data-part=views] a");
    return page;
  }

  private static String headlines() {
    try (InputStream file = TakeoverIT.class.getResourceAsStream("/takeover/headlines.csv")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private Page console(Tab tab, String view) {
    return console(tab, "organiser", TestNode.PASSWORD, view);
  }

  private static Locator button(Page page, String words) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(words));
  }

  private static Locator tab(Page page, String language) {
    return page.locator(".tab", new Page.LocatorOptions().setHasText(language));
  }

  private static void write(Page page, String template) {
    button(page, "Write an announcement").click();
    page.selectOption("#template", template);
  }

  private static void shot(Page page, String name) {
    page.screenshot(new Page.ScreenshotOptions().setPath(SHOTS.resolve(name + ".png")));
  }

  private static void hold(Page page, Runnable until) {
    page.locator("button.hold").hover();
    page.mouse().down();
    until.run();
    page.mouse().up();
  }

  @Test
  void a_takeover_goes_from_the_held_button_to_every_screen_and_back_to_the_current_board() {
    try (Tab lobbyTab = Tab.wide(chromium);
        Tab doorTab = new Tab(chromium, 1080, 1920, true);
        Tab desk = new Tab(chromium, 1366, 768, true)) {
      Page lobby = lobbyTab.openAlive(node.url("/?screen=Lobby"));
      Page door = doorTab.openAlive(node.url("/rooms/auditorium?screen=Door%20A"));
      Page page = console(desk, "announcements");
      write(page, "leave");
      assertThat(page.locator(".reach")).containsText("Reaches 2 screens, all connected");
      assertThat(page.locator("button.hold")).isDisabled();
      page.fill("#why", "Smoke in the kitchen");
      assertThat(page.locator("button.hold")).containsText("Hold to take over 2 screens");

      hold(page, () -> page.waitForTimeout(TOO_SHORT_MILLIS));
      assertThat(organiser.get("/api/announcements").objects("announcements")).isEmpty();
      assertThat(lobby.locator("[data-part=takeover]")).isHidden();

      Locator shown = lobby.getByRole(AriaRole.ALERT);
      hold(page, () -> assertThat(shown).containsText("Leave the building now"));
      assertThat(door.getByRole(AriaRole.ALERT)).containsText("Leave the building now");
      assertThat(page.locator(".receipts")).containsText("Shown on all 2 screens");
      showsWhatToDo(lobby);
      showsWhatToDo(door);
      shot(page, "takeover-console");
      shot(lobby, "takeover-lobby");
      shot(door, "takeover-door");

      organiser.change(
          "{'type':'extend','session':'implementation-of-migration-related-commitments',"
              + "'minutes':10}");
      button(page, "Give the all-clear").click();
      Locator give = button(page, "Give the all-clear on 2 screens");
      assertThat(give).isVisible();
      shot(page, "takeover-all-clear");
      give.click();

      assertThat(lobby.locator("[data-part=takeover]")).isHidden();
      assertThat(lobby.locator("[data-part=bands]")).containsText("All clear");
      assertThat(lobby.locator(".rooms")).containsText("until 11:10");
      assertThat(door.locator("[data-part=door]")).isVisible();
      assertThat(page.locator(".announcement")).containsText("All clear");
      shot(page, "takeover-over-console");
      shot(lobby, "takeover-over-lobby");
    }
  }

  /** A sign in the ink of the words, the words that say it larger, and the same without script. */
  private void showsWhatToDo(Page screen) {
    assertThat(screen.locator(".takeover .action[data-action=leave] path")).hasCount(7);
    assertThat(screen.locator(".takeover .lead")).hasText("Leave");
    assertThat(screen.evaluate(SIGN)).isEqualTo(List.of(true, true, true));
    String served = screen.request().get(screen.url()).text();
    assertThat(served).contains("data-action=\"leave\"", "<span class=\"lead\">Leave</span>");
    for (String row : HEADLINES.lines().skip(1).toList()) {
      String[] told = row.split(",", -1);
      assertThat(
              screen.evaluate(
                  "words => { const action = actionOf({headline: words, texts: {}});"
                      + " return [action, leadOf(action, words)]; }",
                  told[0]))
          .as(row)
          .isEqualTo(List.of(told[1], told[2]));
    }
  }

  @Test
  void a_takeover_is_confirmed_by_holding_a_key_or_by_typing_a_word() {
    try (Tab lobbyTab = Tab.wide(chromium);
        Tab desk = new Tab(chromium, 1366, 768, true)) {
      Page lobby = lobbyTab.openAlive(node.url("/?screen=Lobby"));
      Page page = console(desk, "announcements");
      write(page, "drill");
      page.fill("#why", "Yearly drill");
      page.locator("button.hold").focus();
      page.keyboard().press("Space");
      assertThat(page.locator(".holding [role=status]")).containsText("Let go too early");
      page.keyboard().down("Space");
      assertThat(lobby.getByRole(AriaRole.ALERT)).containsText("This is a drill");
      page.keyboard().up("Space");
      assertThat(lobby.locator(".watermark")).containsText("Exercise");

      write(page, "stay");
      page.fill("#why", "Something outside");
      page.getByText("I cannot hold a button").click();
      Locator typed = button(page, "Take over the screens");
      assertThat(typed).isDisabled();
      page.fill("#hold-word", "Show");
      typed.click();
      assertThat(lobby.getByRole(AriaRole.ALERT)).containsText("Stay where you are");
    }
  }

  @Test
  void an_organiser_is_told_that_takeovers_are_for_others() {
    organiser.post(
        "/api/accounts",
        "{\"user\":\"ines\",\"role\":\"organiser\",\"password\":\"long enough for her\"}");
    organiser.change("{'type':'announce','level':'safety','headline':'Leave now'}");
    try (Tab desk = new Tab(chromium, 1366, 768, true)) {
      Page page = console(desk, "ines", "long enough for her", "announcements");
      assertThat(page.locator(".announcement")).containsText("Only the duty manager");
      button(page, "Write an announcement").click();
      assertThat(page.locator("[name=level][value=safety]")).isDisabled();
    }
  }

  @Test
  void what_is_offline_is_said_before_sending_and_what_is_seen_is_seen_before() {
    try (Tab gone = Tab.wide(chromium)) {
      gone.openAlive(node.url("/rooms/scala?screen=Door%20C"));
      organiser.get("/api/screens");
    }
    try (Tab desk = new Tab(chromium, 1366, 768, true)) {
      Page page = console(desk, "announcements");
      write(page, "full");
      assertThat(page.locator(".reach")).containsText("1 of them offline");
      assertThat(page.locator(".reach")).containsText("Door C");
      for (String role : new String[] {"lobby", "door", "phone"}) {
        assertThat(page.frameLocator("figure." + role + " iframe").locator("[data-part=bands]"))
            .containsText("Auditorium is full: overflow in");
      }
      tab(page, "Türkçe").click();
      assertThat(page.frameLocator("figure.lobby iframe").locator("[data-part=bands]"))
          .containsText("Auditorium dolu");
      button(page, "Portrait").click();
      shot(page, "announce-preview");

      button(page, "Announce on 1 screen").click();
      button(page, "Publish").click();
      assertThat(page.locator(".announcement")).containsText("Auditorium is full");
    }
  }

  @Test
  void a_language_without_words_says_what_its_pages_will_show() {
    try (Tab desk = new Tab(chromium, 1366, 768, true)) {
      Page page = console(desk, "announcements");
      button(page, "Write an announcement").click();
      page.fill("#headline", "Coats are at door 3");
      tab(page, "Nederlands").click();
      assertThat(page.locator(".fallback")).containsText("English words: Coats are at door 3");
      assertThat(page.frameLocator("figure.lobby iframe").locator("[data-part=notices]"))
          .containsText("Coats are at door 3");
      page.fill("#headline", "x".repeat(61));
      assertThat(page.locator(".wrongs")).containsText("too long");
      assertThat(button(page, "Announce on")).isDisabled();
    }
  }

  @Test
  void the_console_nags_at_review_time_and_somebody_says_that_it_still_holds() {
    organiser.change(
        "{'type':'announce','level':'safety','headline':'Stay inside','reviewBy':'"
            + now().plusSeconds(4)
            + "'}");
    try (Tab desk = new Tab(chromium, 1366, 768, true)) {
      Page page = console(desk, "announcements");
      assertThat(page.locator(".nag"))
          .containsText(
              "still holds", new LocatorAssertions.ContainsTextOptions().setTimeout(10_000));
      assertThat(page.locator(".announcement.due")).isVisible();
      shot(page, "announce-nag");
      button(page, "It still holds").click();
      assertThat(page.locator(".nag")).isHidden();
      assertThat(page.locator(".announcement")).containsText("Stay inside");
    }
  }

  private Instant now() {
    return Instant.parse(
        organiser.get("/api/event").json().getJsonObject("clock").getString("now"));
  }

  @Test
  void a_new_version_takes_the_place_of_the_old() {
    organiser.change(
        "{'type':'announce','level':'urgent','headline':'Lunch is at 13:00','until':'"
            + now().plusSeconds(3600)
            + "'}");
    try (Tab desk = new Tab(chromium, 1366, 768, true)) {
      Page page = console(desk, "announcements");
      button(page, "Change").click();
      assertThat(page.locator("#headline")).hasValue("Lunch is at 13:00");
      page.fill("#headline", "Lunch is at 13:15");
      button(page, "Announce on").click();
      button(page, "Publish").click();
      assertThat(page.locator(".announcement")).hasCount(1);
      assertThat(page.locator(".announcement")).containsText("13:15");
    }
  }

  @Test
  void the_screens_view_says_how_each_stands_and_strikes_off_what_is_gone() {
    try (Tab gone = Tab.wide(chromium)) {
      gone.openAlive(node.url("/rooms/scala?screen=Door%20C"));
    }
    try (Tab lobbyTab = Tab.wide(chromium);
        Tab desk = new Tab(chromium, 1366, 768, true)) {
      lobbyTab.openAlive(node.url("/?screen=Lobby"));
      Page page = console(desk, "screens");
      assertThat(page.locator(".summary")).containsText("painted on 1 of 2");
      assertThat(page.locator("tr.offline")).containsText("Offline");
      assertThat(page.locator("tr.online")).containsText("Good");
      shot(page, "screens-view");
      button(page, "Strike off Door C").click();
      assertThat(page.locator("tr.offline")).hasCount(0);
      assertThat(page.locator(".summary")).containsText("painted on the one screen");
    }
  }

  @Test
  void phones_are_counted_and_what_a_host_holds_is_no_screen() {
    String link =
        organiser.post("/api/host-links", "{\"room\":\"auditorium\"}").json().getString("url");
    try (Tab phone = new Tab(chromium, 390, 844, true);
        Tab host = new Tab(chromium, 390, 844, true);
        Tab desk = new Tab(chromium, 1366, 768, true)) {
      phone.openAlive(node.url("/programme"));
      host.open(node.url(link.substring(link.indexOf("/host/"))));
      Page page = console(desk, "screens");
      assertThat(page.locator("[data-part=view]")).containsText("And 1 phone is looking");
      assertThat(page.locator(".empty")).containsText("No screen has connected yet");
    }
  }

  @Test
  void a_rehearsal_is_run_faster_and_set_to_another_time() {
    try (Tab desk = new Tab(chromium, 1366, 768, true)) {
      Page page = console(desk, "rehearsal");
      button(page, "×10").click();
      button(page, "Publish").click();
      assertThat(page.locator("[data-part=rehearsal]")).containsText("REHEARSAL ×10");
      page.fill("#clock-date", "2017-11-16");
      page.fill("#clock-time", "09:58");
      button(page, "Set the clock").click();
      button(page, "Publish").click();
      assertThat(page.locator(".big-time")).containsText("2017-11-16");
      shot(page, "rehearsal-view");
    }
  }

  @Test
  void a_real_day_says_that_it_is_no_rehearsal_and_how_to_start_one() {
    try (TestNode real =
            TestNode.on(ExampleEvent.programme(), EventClock.real(), TestNode.SYSTEM, 0);
        Tab desk = new Tab(chromium, 1366, 768, true)) {
      Page page = desk.open(real.url("/console?lang=en#rehearsal"));
      page.fill("#user", "organiser");
      page.fill("#password", TestNode.PASSWORD);
      page.press("#password", "Enter");
      assertThat(page.locator("[data-part=view]")).containsText("This is not a rehearsal");
      assertThat(page.locator("pre")).containsText("--speed");
    }
  }

  @ParameterizedTest
  @CsvSource({"1366, 768", "390, 844"})
  void every_view_is_free_of_axe_violations_and_no_wider_than_its_screen(int width, int height) {
    organiser.change("{'type':'announce','level':'safety','headline':'Leave now'}");
    try (Tab lobbyTab = Tab.wide(chromium);
        Tab desk = new Tab(chromium, width, height, true)) {
      lobbyTab.openAlive(node.url("/?screen=Lobby"));
      Page page = console(desk, "announcements");
      write(page, "leave");
      page.locator("[name=scope][value=some]").check();
      assertThat(page.locator(".reach.late")).hasText("Nobody is chosen yet.");
      assertThat((boolean) page.evaluate(BESIDE, List.of(".level .glyph", ".level strong")))
          .isTrue();
      assertThat((boolean) page.evaluate(BESIDE, List.of(".boxes input", ".boxes span"))).isTrue();
      examine(page, "announce-sheet", width);
      for (String view : new String[] {"screens", "rehearsal"}) {
        page.evaluate("view => (location.hash = view)", view);
        page.waitForSelector(".view." + view + " h2");
        examine(page, view, width);
      }
    }
  }

  private static void examine(Page page, String name, int width) {
    page.waitForTimeout(500);
    page.screenshot(
        new Page.ScreenshotOptions()
            .setFullPage(true)
            .setPath(SHOTS.resolve(name + "-" + width + ".png")));
    assertThat((boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
        .as("%s at %d", name, width)
        .isTrue();
    assertThat(new AxeBuilder(page).analyze().getViolations())
        .as("%s at %d", name, width)
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"fr", "es", "tr", "nl"})
  void the_sheet_speaks_every_language(String language) {
    try (Tab desk = new Tab(chromium, 1366, 768, true)) {
      Page page = console(desk, "announcements");
      page.navigate(node.url("/console?lang=" + language + "#announcements"));
      page.waitForSelector(".announcements .primary");
      page.locator(".announcements section > .primary").click();
      page.selectOption("#template", "moved");
      assertThat(page.locator(".tab input:checked")).hasValue(language);
      String words = page.locator("[data-part=view]").innerText();
      assertThat(words).doesNotContain("compose.", "level.", "targets.", "announce.", "{0}");
    }
  }
}
