package org.callboard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.regex.Pattern;
import org.callboard.api.Organiser;
import org.callboard.app.ExampleEvent;
import org.callboard.app.TestNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whole stories at the console in a real Chromium, from the tap to the door. */
class ConsoleIT {
  private static final String INTEGRATION = "social-integration";
  private static final String SMUGGLING = "migrant-smuggling-and-human-trafficking";
  private static final String DISCUSSION = "implementation-of-migration-related-commitments";

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

  private long revision() {
    return organiser.get("/api/event").json().getLong("revision");
  }

  @Test
  void the_mayor_is_15_minutes_late() {
    try (ConsoleTab console = ConsoleTab.desk(chromium, node).loggedIn();
        Tab door = Tab.wide(chromium)) {
      Page auditorium = door.openAlive(node.url("/rooms/auditorium"));
      console.session(INTEGRATION).click();
      console.button("+15").click();

      assertThat(console.publish()).containsText("Publish: 1 session moves, ");
      assertThat(console.page().locator(".proposal .strip")).containsText("11:15–12:45");
      assertThat(console.page().locator(".proposal .after")).containsText("11:30–13:00 +15 min");
      assertThat(console.page().locator(".absorbed")).containsText("Lunch Break absorbs 15 min");
      console.shot("mayor-preview");
      console.publish().click();

      assertThat(auditorium.locator(".board")).containsText("11:30 Social integration");
      assertThat(console.page().locator("dialog[open]")).hasCount(0);
      assertThat(console.page().locator("[data-part=undo]")).containsText("Published:");
      assertThat(console.session(INTEGRATION)).containsText("15 min late");
      assertThat(console.session(INTEGRATION)).isFocused();
      console.shot("mayor-published");
    }
  }

  @Test
  void the_mayor_is_late_told_with_one_thumb() {
    try (ConsoleTab console = ConsoleTab.phone(chromium, node).loggedIn()) {
      console.session(INTEGRATION).click();
      console.shot("phone-sheet");
      console.button("+15").click();
      assertThat(console.publish()).isEnabled();
      assertThat(console.publish()).hasText("Publish: 1 session moves");
      assertThat(console.page().locator(".boards"))
          .hasText(
              "The boards of these rooms change: Auditorium."
                  + " No screen that is connected shows them.");
      console.shot("phone-preview");
      console.publish().click();
      assertThat(console.session(INTEGRATION)).containsText("15 min late");
      console.shot("phone-published");
      assertThat(organiser.session(INTEGRATION).getString("start"))
          .isEqualTo("2017-11-17T10:30:00Z");
    }
  }

  @Test
  void a_delay_goes_as_far_as_the_organiser_says() {
    try (ConsoleTab console = ConsoleTab.desk(chromium, node).loggedIn()) {
      console.session(DISCUSSION).click();
      Locator minutes = console.page().locator(".sheet .minutes").nth(1);
      minutes.locator("input").fill("25");
      minutes.locator("button").click();
      assertThat(console.publish()).containsText("2 sessions move");
      console.page().getByLabel("The whole venue").check();
      assertThat(console.publish()).containsText("6 sessions");
      assertThat(console.page().locator(".absorbed").first())
          .hasText("⇥ Break absorbs 10 min (Whole venue)");
      console.shot("ripple-venue");
      console.publish().click();
      assertThat(console.session("break-4")).containsText("11:25");
    }
  }

  @Test
  void the_moderator_to_be_confirmed_is_filled() {
    try (ConsoleTab console = ConsoleTab.desk(chromium, node).loggedIn();
        Tab door = Tab.wide(chromium)) {
      Page alcazar = door.openAlive(node.url("/rooms/alcazar"));
      Page page = console.open("slots");
      Locator slot = page.locator(".slotitem").first();
      assertThat(page.locator(".slotitem")).hasCount(3);
      Locator name = slot.getByLabel("Moderator");
      name.fill("Mohamed Boussraoui");
      assertThat(slot.getByLabel("Affiliation"))
          .hasValue(Pattern.compile("Director of Programme.*"));
      console.shot("slots");
      slot.locator("button", new Locator.LocatorOptions().setHasText("Fill")).click();
      assertThat(page.locator(".proposal .after")).containsText("Mohamed Boussraoui");
      console.shot("slot-preview");
      console.publish().click();
      assertThat(alcazar.locator(".news")).containsText("Mohamed Boussraoui");
      assertThat(page.locator(".slotitem")).hasCount(2);
    }
  }

  @Test
  void a_session_is_cancelled_and_taken_back() {
    try (ConsoleTab console = ConsoleTab.desk(chromium, node).loggedIn();
        Tab door = Tab.wide(chromium)) {
      Page alcazar = door.openAlive(node.url("/rooms/alcazar"));
      console.session(SMUGGLING).click();
      console.button("Cancel the session").click();
      console.publish().click();
      assertThat(alcazar.locator(".news")).containsText("Cancelled");
      assertThat(console.session(SMUGGLING)).containsText("Cancelled");
      console.shot("cancelled");
      console.undo().click();
      assertThat(alcazar.locator(".news")).not().containsText("Cancelled");
      assertThat(console.session(SMUGGLING)).not().containsText("Cancelled");
      assertThat(console.page().locator("[data-part=undo]")).containsText("Undone");

      Page journal = console.open("journal");
      assertThat(journal.locator(".entry.undone")).containsText("undone by 3");
      console.shot("journal");
    }
  }

  @Test
  void an_undo_from_the_journal_is_previewed() {
    organiser.change("{'type':'delay','session':'" + INTEGRATION + "','minutes':15}");
    try (ConsoleTab console = ConsoleTab.desk(chromium, node).loggedIn()) {
      Page page = console.open("journal");
      page.locator(".entry[data-revision='2'] summary").click();
      page.locator(".entry[data-revision='2'] button")
          .filter(new Locator.FilterOptions().setHasText("Why"))
          .click();
      assertThat(page.locator("dialog.why")).containsText("organiser");
      console.shot("why");
      page.keyboard().press("Escape");
      page.locator(".entry[data-revision='2'] button")
          .filter(new Locator.FilterOptions().setHasText("Undo"))
          .click();
      assertThat(page.locator(".proposal .after")).containsText("11:15–12:45");
      console.publish().click();
      assertThat(page.locator(".entry.undone")).hasCount(1);
      page.getByLabel("Change").selectOption("undo");
      assertThat(page.locator(".entry")).hasCount(1);
      page.getByLabel("Room").selectOption("scala");
      assertThat(page.locator(".entries")).containsText("No change fits");
    }
  }

  @Test
  void two_organisers_at_once_see_each_other_and_what_the_other_did() {
    organiser.post(
        "/api/accounts",
        "{\"user\":\"olga\",\"role\":\"organiser\",\"password\":\"olga password 1\"}");
    try (ConsoleTab first = ConsoleTab.desk(chromium, node).loggedIn();
        ConsoleTab second = ConsoleTab.desk(chromium, node).loggedIn("olga", "olga password 1")) {
      first.session(INTEGRATION).click();
      second.session(INTEGRATION).click();
      assertThat(second.page().locator(".others")).containsText("organiser has this session open");
      assertThat(first.page().locator(".others"))
          .containsText(
              "olga has this session open",
              new LocatorAssertions.ContainsTextOptions().setTimeout(15_000));

      second.button("+5").click();
      assertThat(second.publish()).isEnabled();
      first.button("+15").click();
      first.publish().click();
      assertThat(first.page().locator("dialog[open]")).hasCount(0);

      Locator news = second.page().locator(".proposal .notice");
      assertThat(news).containsText("Somebody changed this while you had it open");
      assertThat(news).containsText("organiser: “Social integration” 15 min later");
      assertThat(second.page().locator(".proposal .after")).containsText("11:35–13:05");
      second.shot("two-at-once");
      second.publish().click();
      assertThat(first.session(INTEGRATION)).containsText("20 min late");
      assertThat(revision()).isEqualTo(3);
    }
  }

  @Test
  void a_delay_is_published_by_keyboard_alone() {
    try (ConsoleTab console = ConsoleTab.desk(chromium, node).loggedIn()) {
      Page page = console.page();
      page.keyboard().press("Tab");
      for (int i = 0; i < 60 && !isFocused(page, INTEGRATION); i++) {
        page.keyboard().press("Tab");
      }
      assertThat(console.session(INTEGRATION)).isFocused();
      page.keyboard().press("Enter");
      assertThat(console.button("+5")).isFocused();
      page.keyboard().press("Tab");
      page.keyboard().press("Enter");
      assertThat(console.publish()).isEnabled();
      assertThat(page.locator(".proposal")).containsText("10 min later");
      page.keyboard().press("Escape");
      assertThat(page.locator(".proposal")).hasCount(0); // the browser gives the focus back first
      assertThat(console.button("+10")).isFocused();
      page.keyboard().press("Enter");
      assertThat(console.publish()).isFocused();
      assertThat(console.publish()).isEnabled();
      page.keyboard().press("Enter");
      assertThat(console.session(INTEGRATION)).containsText("10 min late");
      assertThat(console.session(INTEGRATION)).isFocused();
      page.keyboard().press("Control+z");
      assertThat(console.session(INTEGRATION)).not().containsText("late");
      console.shot("keyboard");
    }
  }

  private static boolean isFocused(Page page, String session) {
    Object id = page.evaluate("document.activeElement.dataset.session ?? ''");
    return session.equals(id);
  }

  @Test
  void taps_in_a_row_publish_once() {
    try (ConsoleTab console = ConsoleTab.desk(chromium, node).loggedIn()) {
      console.session(INTEGRATION).click();
      console.button("+5").click();
      assertThat(console.publish()).isEnabled();
      console.publish().dblclick();
      assertThat(console.session(INTEGRATION)).containsText("5 min late");
      assertThat(revision()).isEqualTo(2);
    }
  }

  @Test
  void without_a_connection_it_says_so_and_publishes_nothing() {
    try (ConsoleTab console = ConsoleTab.desk(chromium, node).loggedIn()) {
      console.session(INTEGRATION).click();
      console.button("+15").click();
      assertThat(console.publish()).isEnabled();
      console.page().context().setOffline(true);
      assertThat(console.page().locator("[data-part=lost]")).containsText("No connection since");
      assertThat(console.publish()).isDisabled();
      assertThat(console.publish()).containsText("nothing can be published");
      console.shot("no-connection");
      organiser.change("{'type':'cancel','session':'" + SMUGGLING + "'}");

      console.page().context().setOffline(false);
      assertThat(console.publish()).isEnabled();
      assertThat(console.page().locator("[data-part=lost]")).isHidden();
      assertThat(console.session(SMUGGLING)).containsText("Cancelled");
      assertThat(revision()).isEqualTo(2);
    }
  }

  @Test
  void what_is_impossible_is_said_and_cannot_be_published() {
    try (ConsoleTab console = ConsoleTab.desk(chromium, node).loggedIn()) {
      console.session(DISCUSSION).click();
      Locator minutes = console.page().locator(".sheet .minutes").nth(1);
      minutes.locator("input").fill("-600");
      minutes.locator("button").click();
      assertThat(console.page().locator(".notice.refused")).containsText("This is not possible");
      assertThat(console.publish()).isDisabled();
      console.shot("refused");
    }
  }

  @Test
  void a_change_waits_for_its_time_and_can_be_called_off() {
    try (ConsoleTab console = ConsoleTab.desk(chromium, node).loggedIn()) {
      console.session(SMUGGLING).click();
      console.button("Cancel the session").click();
      console.page().locator(".proposal .more summary").click();
      console.page().getByLabel("Publish at (event time)").fill("11:05");
      assertThat(console.publish()).containsText("At 11:05");
      console.publish().click();
      Locator waiting = console.page().locator(".attention .item.still");
      assertThat(waiting).containsText("Cancel “Migrant smuggling");
      console.shot("scheduled");
      waiting.locator("button").click();
      console.publish().click();
      assertThat(waiting).hasCount(0);
    }
  }

  @Test
  void wrong_and_too_many_passwords_are_told_in_words() {
    try (ConsoleTab console = ConsoleTab.desk(chromium, node)) {
      Page page = console.page();
      assertThat(page.locator("#user")).isFocused();
      for (int i = 0; i < 9; i++) {
        organiser.post("/api/login", "{\"user\":\"organiser\",\"password\":\"guess\"}");
      }
      page.fill("#user", "organiser");
      page.fill("#password", "another guess");
      page.keyboard().press("Enter");
      assertThat(page.locator("[data-part=problem]")).containsText("No account has this name");
      assertThat(page.locator("#password")).isFocused();
      console.shot("login-wrong");
      page.keyboard().press("Enter");
      assertThat(page.locator("[data-part=problem]"))
          .containsText(Pattern.compile("Too many wrong passwords. Try again in \\d+ seconds"));
    }
  }
}
