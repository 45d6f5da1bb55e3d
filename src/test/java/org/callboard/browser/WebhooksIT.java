package org.callboard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.callboard.api.Organiser;
import org.callboard.app.ExampleEvent;
import org.callboard.app.TestNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Webhooks at the console, with a real receiver behind them. */
class WebhooksIT {
  private static final LocatorAssertions.ContainsTextOptions PATIENTLY =
      new LocatorAssertions.ContainsTextOptions().setTimeout(15_000);

  private static Chromium chromium;
  private static TestNode node;
  private static Organiser organiser;

  private final BlockingQueue<JsonObject> received = new LinkedBlockingQueue<>();
  private HttpServer receiver;
  private volatile int status = 204;

  @BeforeAll
  static void launch() {
    chromium = Chromium.launch();
    node = TestNode.rehearsing(ExampleEvent.programme(), ExampleEvent.FRIDAY_10_50, 1);
    organiser = Organiser.admin(node);
  }

  @AfterAll
  static void quit() {
    node.close();
    chromium.close();
  }

  @BeforeEach
  void listen() throws IOException {
    receiver = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    receiver.createContext("/", this::take);
    receiver.start();
  }

  @AfterEach
  void hangUp() {
    receiver.stop(0);
  }

  private void take(HttpExchange exchange) throws IOException {
    received.add(new JsonObject(new String(exchange.getRequestBody().readAllBytes())));
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }

  private String address() {
    return "http://127.0.0.1:" + receiver.getAddress().getPort() + "/hook";
  }

  private JsonObject next() throws InterruptedException {
    return received.poll(10, TimeUnit.SECONDS);
  }

  private static Locator row(Page page, String label) {
    return page.locator(".webhooks-list li").filter(new Locator.FilterOptions().setHasText(label));
  }

  private static Locator button(Locator row, String text) {
    return row.locator("button", new Locator.LocatorOptions().setHasText(text));
  }

  private static void isSound(ConsoleTab console, String shot) {
    Page page = console.page();
    assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
    assertThat((boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
        .isTrue();
    console.shot(shot);
  }

  /** By keyboard alone, from the name to the secret. */
  private void add(Page page, String label, String url) {
    page.getByLabel("Name").fill(label);
    page.getByLabel("Address").fill(url);
    page.getByLabel("Address").press("Enter");
  }

  @Test
  void a_webhook_is_added_tried_and_its_dead_letters_sent_again() throws Exception {
    try (ConsoleTab console = ConsoleTab.desk(chromium, node).loggedIn()) {
      Page page = console.open("webhooks");
      assertThat(page.locator(".view")).containsText("Nobody is told yet.");
      add(page, "Crew chat", "hooks.example/abc");
      assertThat(page.locator(".problem").first()).containsText("“hooks.example/abc” is no web");
      assertThat(page.getByLabel("Address")).isFocused();
      add(page, "Crew chat", address());
      assertThat(page.locator(".once .secret")).containsText("whsec_");
      Locator row = row(page, "Crew chat");
      assertThat(row).containsText("Nothing sent yet");

      button(row, "Test").press("Enter");
      assertThat(row).containsText("● The test was taken.");
      assertThat(next().getString("type")).isEqualTo("test");
      assertThat(button(row, "Test")).isFocused();

      status = 410;
      button(row, "Test").click();
      assertThat(row).containsText("The test was not taken: It answered 410.");
      organiser.change("{'type':'delay','session':'social-integration','minutes':15}");
      Locator letter = page.locator(".letters li");
      assertThat(letter).containsText("It answered 410. (tried 1 times)", PATIENTLY);
      assertThat(letter).containsText("11:15");
      assertThat(row).containsText("1 given up");
      isSound(console, "webhooks");
      status = 204;
      button(letter, "Send again").click();
      assertThat(letter).hasCount(0);
      assertThat(row).containsText("Last taken", PATIENTLY);
    }
  }

  @Test
  void two_admins_pause_and_remove_a_webhook_at_once() throws Exception {
    String hook = "{\"label\":\"Press\",\"url\":\"" + address() + "\",\"what\":\"changes\"}";
    String id = organiser.post("/api/webhooks", hook).json().getString("id");
    try (ConsoleTab console = ConsoleTab.phone(chromium, node).loggedIn()) {
      Page page = console.open("webhooks");
      Locator row = row(page, "Press");
      button(row, "Pause").click();
      assertThat(row).containsText("Paused; what happens meanwhile");
      organiser.change("{'type':'cancel','session':'summary-plenary-2'}");
      isSound(console, "webhooks-phone");
      assertThat(received).isEmpty();
      button(row, "Go on").click();
      assertThat(next().getString("text")).contains("is cancelled");

      List<Route> asked = new CopyOnWriteArrayList<>(); // so that the list tells nothing first
      page.route("**/api/webhooks", asked::add);
      assertThat(organiser.delete("/api/webhooks/" + id).status()).isEqualTo(204);
      button(row, "Pause").click();
      assertThat(page.locator(".problem").first()).containsText("It is there no longer");
      page.unroute("**/api/webhooks");
      asked.forEach(Route::resume);
      assertThat(row).hasCount(0);
    }
  }
}
