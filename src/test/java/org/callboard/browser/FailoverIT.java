package org.callboard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.callboard.api.Organiser;
import org.callboard.app.ChildServer;
import org.callboard.app.TestNode;
import org.callboard.cluster.Relay;
import org.callboard.cluster.TestCluster;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A lobby and a door whose node is killed, and who go on at the other through one address. */
class FailoverIT {
  private static final Path SHOTS = Path.of("target", "screenshots");
  private static final Duration PROMISED = Duration.ofSeconds(5);
  private static final LocatorAssertions.ContainsTextOptions PATIENTLY =
      new LocatorAssertions.ContainsTextOptions().setTimeout(10_000);

  private static TestCluster cluster;
  private static Chromium chromium;

  @BeforeAll
  static void start() {
    cluster = new TestCluster(2);
    cluster.start(0);
    cluster.start(1);
    chromium = Chromium.launch();
  }

  @AfterAll
  static void end() {
    chromium.close();
    cluster.close();
  }

  @Test
  void screens_of_a_killed_node_show_what_the_other_knows_and_never_an_error() {
    Organiser first = Organiser.login(cluster.node(0).url(), "organiser", TestNode.PASSWORD);
    Organiser other = Organiser.bearing(cluster.node(1).url(), first.token());
    Relay balancer = new Relay(port(cluster.node(0)));
    try (Tab lobby = unplugged();
        Tab door = unplugged()) {
      Page atLobby = open(lobby, balancer, "/");
      Page atDoor = open(door, balancer, "/rooms/alcazar");
      announce(first, "The cloakroom is on the left");
      says(atLobby, "The cloakroom is on the left");
      says(atDoor, "The cloakroom is on the left");

      balancer.turnTo(port(cluster.node(1))); // for whoever comes from now on
      cluster.node(0).kill();
      long killed = System.nanoTime();
      announce(other, "The bus leaves from door B");
      says(atDoor, "The bus leaves from door B");
      says(atLobby, "The bus leaves from door B");
      Duration back = Duration.ofNanos(System.nanoTime() - killed);
      System.out.println("pages of a killed node show the newest after " + back.toMillis() + " ms");
      assertThat(back).isLessThan(PROMISED);

      balancer.die();
      announce(other, "Lunch is served");
      holds(atDoor, "socket.readyState !== 1");
      atDoor.evaluate("lastHeard = performance.now() - 40000; goOn()");
      assertThat(age(atDoor)).containsText("as of");
      says(atDoor, "The bus leaves from door B");
      shot(atDoor, "door-cut");
      balancer.heal();
      says(atDoor, "Lunch is served");
      says(atLobby, "Lunch is served");
      assertThat(age(atDoor)).isEmpty();
      shot(atDoor, "door-back");
      shot(atLobby, "lobby-back");
      for (Page page : new Page[] {atLobby, atDoor}) {
        assertThat(page.evaluate("window.isTheSame")).isEqualTo(true);
      }
    } finally {
      balancer.close();
    }
  }

  private static int port(ChildServer node) {
    return URI.create(node.url()).getPort();
  }

  private static Tab unplugged() {
    Tab tab = Tab.wide(chromium);
    tab.forgive("WebSocket");
    tab.forgive("ERR_");
    return tab;
  }

  /** Marks it, so that a page that was loaded anew is told from one that went on. */
  private static Page open(Tab tab, Relay balancer, String path) {
    Page page = tab.openAlive("http://127.0.0.1:" + balancer.port() + path);
    page.evaluate("window.isTheSame = true");
    return page;
  }

  private static void announce(Organiser organiser, String headline) {
    Organiser.Answer answer =
        organiser.change(
            "{'type':'announce','level':'urgent','headline':'"
                + headline
                + "','until':'2017-11-17T12:00:00+01:00'}");
    assertThat(answer.status()).isEqualTo(201);
  }

  private static void says(Page page, String headline) {
    assertThat(page.locator("[data-part=bands]")).containsText(headline, PATIENTLY);
  }

  private static Locator age(Page page) {
    return page.locator(".foot [data-part=age]");
  }

  private static void holds(Page page, String condition) {
    page.waitForCondition(() -> (boolean) page.evaluate(condition));
  }

  private static void shot(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions().setPath(SHOTS.resolve("failover-" + name + ".png")));
  }
}
