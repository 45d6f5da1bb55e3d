package org.callboard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.callboard.api.Organiser;
import org.callboard.app.ExampleEvent;
import org.callboard.app.TestNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How every view of the console looks, at a desk and on a phone, on a day with troubles. */
class ConsoleLooksIT {
  private static final List<String> VIEWS =
      List.of("day", "attention", "slots", "journal", "webhooks");

  private static Chromium chromium;
  private static TestNode node;

  @BeforeAll
  static void start() {
    chromium = Chromium.launch();
    node = TestNode.rehearsing(ExampleEvent.programme(), ExampleEvent.FRIDAY_10_50, 1);
    Organiser organiser = Organiser.admin(node);
    List.of(
            "{'type':'extend','session':'implementation-of-migration-related-commitments','minutes':25}",
            "{'type':'cancel','session':'youth-migration-why-the-silence'}",
            "{'type':'move','session':'migration-and-sustainable-urban-development','rooms':['scala']}",
            "{'type':'delay','session':'the-european-perspective','minutes':null}",
            "{'type':'room','room':'scala','status':'full'}",
            "{'type':'hold','rooms':['herten-aas']}",
            "{'type':'cancel','session':'summary-plenary-2','due':'2017-11-17T11:00:00Z'}")
        .forEach(change -> assertThat(organiser.change(change).status()).isEqualTo(201));
  }

  @AfterAll
  static void stop() {
    node.close();
    chromium.close();
  }

  private static ConsoleTab tab(String size) {
    ConsoleTab tab =
        size.equals("desk") ? ConsoleTab.desk(chromium, node) : ConsoleTab.phone(chromium, node);
    return tab.loggedIn();
  }

  private static void isSound(ConsoleTab console, String what) {
    Page page = console.page();
    assertThat(new AxeBuilder(page).analyze().getViolations()).as(what).isEmpty();
    assertThat((boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
        .as(what + " is no wider than its screen")
        .isTrue();
    console.shot("looks-" + what);
  }

  @ParameterizedTest
  @ValueSource(strings = {"desk", "phone"})
  void every_view_is_accessible_and_fits(String size) {
    try (ConsoleTab console = tab(size)) {
      for (String view : VIEWS) {
        assertThat(console.open(view).locator(".view." + view)).isVisible();
        isSound(console, view + "-" + size);
      }
    }
  }

  /** What a node says of itself and the others, as {@code /health/ready} writes it. */
  private static String health(String missing, String clocks, String others) {
    return """
        {"missing":[%s],"clocks":[%s],"clockWrong":%b,"cluster":{"node":"hall-a","members":2,
        "revision":40,"lag":3,"halted":null,"others":[%s]}}"""
        .formatted(missing, clocks, missing.contains("clock"), others);
  }

  private static String other(String name, boolean isSilent) {
    return "{\"node\":\"%s\",\"revision\":40,\"silent\":%b,\"lastHeardMillis\":12000}"
        .formatted(name, isSilent);
  }

  @Test
  void trouble_among_the_nodes_is_a_line_and_their_health_a_quiet_one() {
    try (ConsoleTab console = tab("desk")) {
      Page page = console.open("attention");
      AtomicReference<String> health = new AtomicReference<>();
      assertThat(page.locator(".attention .item").first()).isVisible();
      assertThat(page.locator(".node, .nodes")).hasCount(0); // a lone node is no news
      page.route(
          "**/health/ready",
          route ->
              route.fulfill(
                  new Route.FulfillOptions()
                      .setContentType("application/json")
                      .setBody(health.get())));

      health.set(health("", "", other("hall-b", false)));
      page.reload();
      assertThat(page.locator(".nodes")).hasText("2 nodes, both well");
      assertThat(page.locator(".node")).hasCount(0);

      String clocks =
          "{\"of\":\"database\",\"aheadMillis\":-21600000},{\"of\":\"hall-b\",\"aheadMillis\":2400}";
      health.set(health("\"lag\"", clocks, other("foyer", true)));
      page.reload();
      assertThat(page.locator(".node"))
          .containsText(
              new String[] {
                "▲ hall-a is 3 changes behind the journal",
                "▲ Clocks differ from that of hall-a: the database is 6 h behind, hall-b is 2.4 s ahead",
                "✕ foyer has said nothing for 12 s"
              });
      assertThat(page.locator(".nodes")).hasCount(0);
      isSound(console, "nodes-trouble");

      health.set(health("\"clock\"", clocks, ""));
      page.reload();
      assertThat(page.locator(".node"))
          .hasText(Pattern.compile("✕ The clock of hall-a is 6 h ahead of the others .*NTP.*"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"desk", "phone"})
  void the_sheet_and_the_preview_are_accessible_and_fit(String size) {
    try (ConsoleTab console = tab(size)) {
      console.session("migrant-smuggling-and-human-trafficking").click();
      assertThat(console.button("Fill")).isVisible();
      isSound(console, "sheet-" + size);
      for (String drawer : List.of("Move or swap", "New time", "Edit", "Room: Alcazar")) {
        console.page().locator(".sheet summary").getByText(drawer).click();
        isSound(console, drawer.replaceAll("\\W+", "-") + "-" + size);
      }
      console.button("+15").click();
      assertThat(console.publish()).isEnabled();
      isSound(console, "preview-" + size);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"desk", "phone"})
  void the_login_is_accessible_and_fits(String size) {
    try (ConsoleTab console =
        size.equals("desk") ? ConsoleTab.desk(chromium, node) : ConsoleTab.phone(chromium, node)) {
      isSound(console, "login-" + size);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"fr", "es", "tr", "nl"})
  void it_speaks_five_languages_and_fits_in_each(String language) {
    try (ConsoleTab console = tab("phone")) {
      console.page().navigate(node.url("/console?lang=" + language));
      for (String view : VIEWS) {
        console.page().navigate(node.url("/console?lang=" + language + "#" + view));
        assertThat(console.page().locator(".view." + view)).isVisible();
        assertThat(
                (boolean)
                    console.page().evaluate("document.documentElement.scrollWidth <= innerWidth"))
            .as(language + " " + view)
            .isTrue();
      }
      console.shot("looks-" + language);
    }
  }

  @Test
  void rooms_that_are_late_come_first_and_do_not_move_under_a_finger() {
    try (ConsoleTab console = tab("desk")) {
      Page page = console.page();
      assertThat(page.locator(".canvas .room").nth(1)).containsText("Dijlezaal");
      Organiser.admin(node)
          .change(
              "{'type':'delay','session':'global-migration-resilient-cities-at-the','minutes':40}");
      assertThat(console.session("global-migration-resilient-cities-at-the"))
          .containsText("40 min late");
      String order = String.join(",", page.locator(".canvas .room .name").allTextContents());
      page.locator(".settle").click();
      assertThat(String.join(",", page.locator(".canvas .room .name").allTextContents()))
          .isNotEqualTo(order);
      assertThat(page.locator(".canvas .room").nth(2)).containsText("Herten Aas");
    }
  }
}
