package org.callboard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.callboard.api.Organiser;
import org.callboard.app.ExampleEvent;
import org.callboard.app.TestNode;
import org.callboard.clock.EventClock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Screens that were downloaded and are opened from the device's own disk. */
class SingleFileIT {
  private static final Path SHOTS = Path.of("target", "screenshots");
  private static final Instant BREAK = Instant.parse("2017-11-16T09:15:00Z");
  private static final LocatorAssertions.IsVisibleOptions SOON =
      new LocatorAssertions.IsVisibleOptions().setTimeout(6_000);

  private static final String IS_KEPT =
      "words => keeping === null && JSON.stringify(readKept('board')).includes(words)";

  private static Chromium chromium;
  @TempDir Path disk;

  @BeforeAll
  static void launch() {
    chromium = Chromium.launch();
  }

  @AfterAll
  static void quit() {
    chromium.close();
  }

  private String download(TestNode node, String path) throws IOException {
    Path file = disk.resolve("screen.html");
    Files.writeString(file, Organiser.stranger(node).text(path));
    return file.toUri().toString();
  }

  private static TestNode at(long secondsBeforeBreak, int port) {
    Instant start = BREAK.minusSeconds(secondsBeforeBreak);
    EventClock clock = EventClock.rehearsal(start, 1, TestNode.SYSTEM.now());
    return TestNode.on(ExampleEvent.programme(), clock, TestNode.SYSTEM, port);
  }

  private static void announce(TestNode node, String headline) {
    Organiser.Answer answer =
        Organiser.admin(node)
            .change("{'type':'announce','level':'safety','headline':'" + headline + "'}");
    assertThat(answer.status()).isEqualTo(201);
  }

  private static Locator part(Page page, String name) {
    return page.locator("[data-part=" + name + "]");
  }

  private static Locator age(Page page) {
    return page.locator(".foot [data-part=age]");
  }

  private static Tab unplugged() {
    Tab tab = Tab.wide(chromium);
    tab.forgive("WebSocket");
    tab.forgive("ERR_");
    return tab;
  }

  private static void waitsForTheLine(Page page) {
    page.waitForCondition(
        () -> (boolean) page.evaluate("socket && socket.readyState === 1 && !isRecalled"));
  }

  @Test
  void a_door_from_the_disk_lives_with_its_server_without_it_and_with_it_again() throws Exception {
    TestNode node = at(600, 0);
    int port = node.port();
    String file = download(node, "/rooms/auditorium/screen.html?lang=fr&screen=Door%20A");
    try (Tab tab = unplugged()) {
      Page page = tab.openAlive(file);
      waitsForTheLine(page);
      assertThat(age(page)).isEmpty();
      assertThat(page.locator(".showing .state")).containsText("10:15");
      assertThat(Organiser.admin(node).get("/api/screens").objects("screens"))
          .singleElement()
          .satisfies(screen -> assertThat(screen.getString("id")).isEqualTo("Door A"));
      announce(node, "Partez");
      assertThat(part(page, "takeover")).containsText("Partez");
      page.waitForCondition(() -> (boolean) page.evaluate(IS_KEPT, "Partez"));
      node.close();

      page.reload();
      page.waitForSelector("body.alive");
      assertThat(part(page, "takeover")).containsText("Partez");
      assertThat(page.locator("main.takeover [data-part=age]")).containsText("10:0");
      page.screenshot(
          new Page.ScreenshotOptions().setPath(SHOTS.resolve("single-file-takeover.png")));

      page.evaluate("window.stillThis = true");
      try (TestNode second = at(300, port)) {
        assertThat(page.locator(".showing .state")).isVisible(SOON);
        assertThat(age(page)).isEmpty();
        assertThat((boolean) page.evaluate("window.stillThis === true")).isTrue();
        assertThat(second.port()).isEqualTo(port);
      }
    }
  }

  @Test
  void a_lobby_looks_the_same_and_needs_nothing_but_itself() throws Exception {
    TestNode node = at(600, 0);
    try (Tab tab = unplugged()) {
      Page served = tab.openAlive(node.url("/"));
      waitsForTheLine(served);
      String words = Tab.words(served);
      String file = download(node, "/screen.html");
      node.close();

      Page page = tab.openAlive(file);
      assertThat(age(page)).containsText("as of 10:0");
      assertThat((boolean) page.evaluate("document.fonts.check('700 1em Hyperlegible')")).isTrue();
      page.evaluate("setAll('age', ''); document.querySelector('body > script').remove()");
      assertThat(Tab.words(page)).isEqualTo(words);
      page.screenshot(new Page.ScreenshotOptions().setPath(SHOTS.resolve("single-file-lobby.png")));
    }
  }

  @Test
  void a_lobby_fits_itself_to_the_rooms_of_its_venue() throws Exception {
    try (TestNode node = at(600, 0);
        Tab tab = unplugged()) {
      String file = download(node, "/screen.html");
      Page page = tab.openAlive(file);
      waitsForTheLine(page);
      page.evaluate(
          "(() => { const venue = JSON.parse(JSON.stringify(state.venue));"
              + "venue.rooms.splice(1, 1);"
              + "venue.rooms[0].name = 'Great Hall';"
              + "venue.rooms.push({id: 'annex', name: '<b>Annex</b>', languages: ['nl'],"
              + " zone: '', walkingMinutes: 4});"
              + "HEARD.venue(venue); })()");
      int rooms = ((Number) page.evaluate("state.venue.rooms.length")).intValue();
      assertThat(page.locator(".room")).hasCount(rooms);
      assertThat(page.locator(".room h2").first()).hasText("Great Hall");
      assertThat(page.locator(".room[data-room=annex]"))
          .containsText("<b>Annex</b>NL · 4 min walk");
    }
  }
}
