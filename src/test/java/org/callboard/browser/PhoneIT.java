package org.callboard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.LoadState;
import java.util.List;
import java.util.regex.Pattern;
import org.callboard.api.Organiser;
import org.callboard.app.ExampleEvent;
import org.callboard.app.TestNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An attendee's Friday, on a phone, while the day changes. */
class PhoneIT {
  private static final String DISCUSSION = "implementation-of-migration-related-commitments";
  private static final String INTEGRATION = "social-integration";
  private static final String SMUGGLING = "migrant-smuggling-and-human-trafficking";
  private static final LocatorAssertions.ContainsTextOptions SOON =
      new LocatorAssertions.ContainsTextOptions().setTimeout(10_000);

  /** Whether the device keeps that a session is in Scala. */
  private static final String IS_KEPT =
      "id => JSON.parse(localStorage['callboard.last']).messages"
          + ".filter(message => message.type === 'sessions')"
          + ".some(list => list.sessions.find(each => each.id === id).rooms[0] === 'scala')";

  private static Chromium chromium;
  private TestNode node;
  private Organiser organiser;
  private Phone phone;

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
    phone = new Phone(chromium, node);
  }

  @AfterEach
  void stop() {
    phone.close();
    node.close();
  }

  private void change(String text) {
    assertThat(organiser.change(text).status()).isEqualTo(201);
  }

  private Locator part(String name) {
    return phone.page().locator("[data-part=" + name + "]");
  }

  @Test
  void two_starred_sessions_that_now_overlap_are_named() {
    phone.programme("#all");
    phone.star(DISCUSSION);
    phone.star(INTEGRATION);
    assertThat(part("since")).isHidden();
    change("{'type':'extend','session':'" + DISCUSSION + "','minutes':40,'ripple':'none'}");

    phone.page().locator(".tabs a[href='#mine']").click();
    assertThat(part("sinceNews")).containsText("Two of your sessions now overlap", SOON);
    assertThat(part("sinceNews")).containsText("09:30–11:40) and Social integration");
    assertThat(phone.entry(INTEGRATION).locator(".clash")).containsText("Overlaps with");
    assertThat(phone.page().locator(".entry:visible")).hasCount(2);
    phone.shot("overlap");

    phone.programme("#mine");
    assertThat(part("sinceNews")).containsText("Two of your sessions now overlap");
    part("seen").click();
    assertThat(part("since")).isHidden();
    assertThat(phone.entry(INTEGRATION).locator(".clash")).containsText("Overlaps with");
  }

  @Test
  void what_changed_since_one_last_looked_survives_a_reload_until_it_is_seen() {
    phone.programme("");
    assertThat(part("since")).isHidden();
    phone.page().navigate("about:blank");
    change("{'type':'delay','session':'" + SMUGGLING + "','minutes':15}");
    change("{'type':'move','session':'" + INTEGRATION + "','rooms':['scala']}");
    change(
        "{'type':'add','title':'Press hour','kind':'talk','rooms':['scala'],"
            + "'start':'2017-11-17T16:00:00Z','end':'2017-11-17T16:30:00Z'}");

    for (int visit = 0; visit < 3; visit++) {
      phone.programme("");
      assertThat(part("sinceNews")).containsText("▲ 15 min late");
      assertThat(part("sinceNews")).containsText("11:15 11:30 Migrant smuggling");
      assertThat(part("sinceNews")).containsText("→ Moved to Scala");
      assertThat(part("sinceNews")).containsText("● New in the programme");
    }
    phone.shot("since");
    part("seen").click();
    assertThat(part("since")).isHidden();
    phone.programme("");
    assertThat(part("since")).isHidden();

    change("{'type':'cancel','session':'" + SMUGGLING + "'}");
    assertThat(part("sinceNews")).containsText("✕ Cancelled", SOON);
  }

  @Test
  void without_network_the_last_state_shows_and_says_how_old_it_is() {
    phone.programme("");
    phone.settle();
    change("{'type':'move','session':'" + INTEGRATION + "','rooms':['scala']}");
    assertThat(part("sinceNews")).containsText("→ Moved to Scala", SOON);
    phone.page().waitForCondition(() -> (boolean) phone.page().evaluate(IS_KEPT, INTEGRATION));
    phone.context().setOffline(true);
    phone.page().reload();
    phone.page().waitForSelector("body.alive");
    assertThat(part("band")).containsText(Pattern.compile("as of 10:5\\d\\."));
    assertThat(part("sinceNews")).containsText("→ Moved to Scala");
    assertThat(phone.entry(INTEGRATION).locator(".places")).hasText("Scala");
    phone.shot("offline");

    phone.context().setOffline(false);
    assertThat(part("band")).isHidden(new LocatorAssertions.IsHiddenOptions().setTimeout(20_000));
    phone.forgive("ERR_INTERNET_DISCONNECTED");
    phone.forgive("WebSocket");
  }

  @Test
  void the_device_keeps_only_the_page_and_what_it_is_made_of() {
    phone.programme("");
    phone.settle();
    Object kept =
        phone
            .page()
            .evaluate(
                "caches.keys().then(names => Promise.all(names.map(name => caches.open(name)"
                    + ".then(cache => cache.keys()))))"
                    + ".then(all => all.flat().map(request => new URL(request.url).pathname))");
    assertThat(kept)
        .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
        .contains("/programme")
        .allMatch(
            path ->
                path.equals("/programme")
                    || path.toString().startsWith("/programme/")
                    || path.toString().startsWith("/assets/"));
    assertThat(phone.page().evaluate("navigator.serviceWorker.controller.scriptURL").toString())
        .endsWith("/programme/worker.js");
    phone.open("/console");
    assertThat((boolean) phone.page().evaluate("navigator.serviceWorker.controller === null"))
        .isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "SOCIAL INTEGRATION, social-integration",
    "ahuachapan, migration-and-sustainable-urban-development",
    "dié rachid, migrant-smuggling-and-human-trafficking",
    "smuggling ALCAZAR, migrant-smuggling-and-human-trafficking"
  })
  void search_finds_titles_people_and_rooms_whatever_the_accents(String words, String session) {
    phone.programme("#all");
    phone.page().locator("#search").fill(words);
    assertThat(phone.entry(session)).isVisible();
    assertThat(part("found")).containsText("session");
    assertThat(phone.page().locator(".entry:visible").count()).isLessThan(6);
  }

  @Test
  void a_search_that_finds_nothing_says_so_and_is_taken_back_by_one_tap() {
    phone.programme("#all");
    phone.page().locator("#search").fill("zzz");
    assertThat(part("found")).hasText("No session found");
    phone.shot("found-none");
    part("showAll").click();
    assertThat(phone.entry(SMUGGLING)).isVisible();
    phone.page().locator("#room").selectOption("alcazar");
    assertThat(phone.entry(SMUGGLING)).isVisible();
    assertThat(phone.entry(INTEGRATION)).isHidden();
  }

  @Test
  void a_shared_link_says_what_has_become_of_its_session() {
    change(
        "{'type':'add','title':'Press hour','kind':'talk','rooms':['scala'],"
            + "'start':'2017-11-17T16:00:00Z','end':'2017-11-17T16:30:00Z'}");
    long added = organiser.get("/api/changes?after=0").objects("changes").size();
    String id = "press-hour";
    assertThat(phone.open("/sessions/" + id).locator(".one")).containsText("17:00–17:30");
    change("{'type':'undo','revision':" + added + "}");
    change("{'type':'cancel','session':'" + SMUGGLING + "'}");
    change("{'type':'move','session':'" + INTEGRATION + "','rooms':['scala']}");

    Page page = phone.open("/sessions/" + id);
    assertThat(page.locator(".one .signs")).hasText("✕ No longer in the programme");
    assertThat(page.locator(".one .title")).hasText("Press hour");
    phone.shot("removed");
    assertThat(phone.open("/sessions/" + SMUGGLING).locator(".one .signs"))
        .containsText("✕ Cancelled");
    assertThat(page.locator("meta[property='og:description']"))
        .hasAttribute("content", Pattern.compile("^Cancelled · .*11:15–12:45 · Alcazar$"));
    phone.shot("cancelled");
    assertThat(phone.open("/sessions/" + INTEGRATION).locator(".one .signs"))
        .containsText("→ Moved to Scala");
    assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
    phone.open("/sessions/never-was");
    assertThat(page.locator("main.message")).containsText("Nothing is here");
    phone.forgive("404");
  }

  @Test
  void sharing_copies_the_link_where_the_phone_has_no_way_of_its_own() {
    phone.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
    phone.programme("#s-" + SMUGGLING);
    phone.page().evaluate("navigator.share = undefined");
    phone.entry(SMUGGLING).locator(".share").click();
    assertThat(part("toast")).hasText("The link is copied");
    assertThat(phone.page().evaluate("navigator.clipboard.readText()"))
        .isEqualTo(node.url("/sessions/" + SMUGGLING));
  }

  @Test
  void a_language_is_the_browsers_until_another_is_chosen_and_then_remembered() {
    phone.close();
    phone = new Phone(chromium, node, "tr-TR");
    assertThat(phone.programme("#more").locator("html")).hasAttribute("lang", "tr");
    phone.page().locator(".links a[hreflang=nl]").click();
    phone.page().waitForSelector("body.alive");
    assertThat(phone.programme("").locator("html")).hasAttribute("lang", "nl");
    assertThat(phone.page().locator(".tabs")).containsText("Mijn programma");
    assertThat(phone.open("/sessions/" + SMUGGLING).locator("html")).hasAttribute("lang", "nl");
  }

  @Test
  void axe_finds_no_violation_in_any_view() {
    for (String view : List.of("now", "all", "mine", "more")) {
      phone.programme("#" + view);
      assertThat(new AxeBuilder(phone.page()).analyze().getViolations()).as(view).isEmpty();
      phone.shot(view);
    }
  }

  @ParameterizedTest
  @CsvSource({"320, 640", "390, 844", "768, 1024"})
  void nothing_is_wider_than_the_phone(int width, int height) {
    String hostile =
        "<img src=x onerror=alert(1)> 👩‍👩‍👧‍👦 مرحبا " + "Donaudampfschifffahrt".repeat(9);
    change("{'type':'edit','session':'" + SMUGGLING + "','title':'" + hostile + "'}");
    phone.page().setViewportSize(width, height);
    for (String view : List.of("now", "all", "mine", "more")) {
      phone.programme("#" + view);
      if (view.equals("all")) {
        phone.star(SMUGGLING);
        assertThat(phone.entry(SMUGGLING).locator("h4")).hasText(hostile);
      }
      assertThat(phone.fitsItsWidth()).as("%s at %d", view, width).isTrue();
      phone.shot(view + "-" + width);
    }
    phone.open("/sessions/" + SMUGGLING);
    assertThat(phone.fitsItsWidth()).isTrue();
    assertThat(phone.page().locator("img")).hasCount(0);
    phone.shot("session-" + width);
  }

  @Test
  void the_first_visit_loads_little() {
    List<Integer> bytes = new java.util.concurrent.CopyOnWriteArrayList<>();
    phone.page().onResponse(response -> bytes.add(response.request().sizes().responseBodySize));
    phone.programme("");
    phone.page().waitForLoadState(LoadState.NETWORKIDLE);
    assertThat(bytes.stream().mapToInt(Integer::intValue).sum()).isBetween(1, 150 * 1024);
  }
}
