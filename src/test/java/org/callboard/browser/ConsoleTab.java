package org.callboard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import org.callboard.app.TestNode;

/** An organiser's tab, logged in at the console. */
final class ConsoleTab implements AutoCloseable {
  private static final Path SHOTS = Path.of("target", "screenshots");

  private final Tab tab;
  private final Page page;
  private final TestNode node;

  private ConsoleTab(Tab tab, TestNode node) {
    this.tab = tab;
    this.page = tab.open(node.url("/console"));
    this.node = node;
    // The browser notes each answer that is an error; the console says it in words.
    tab.forgive("Failed to load resource");
    tab.forgive("WebSocket");
  }

  static ConsoleTab desk(Chromium chromium, TestNode node) {
    return new ConsoleTab(new Tab(chromium, 1366, 768, true), node);
  }

  static ConsoleTab phone(Chromium chromium, TestNode node) {
    return new ConsoleTab(new Tab(chromium, 390, 844, true), node);
  }

  ConsoleTab loggedIn() {
    return loggedIn("organiser", TestNode.PASSWORD);
  }

  ConsoleTab loggedIn(String user, String password) {
    page.fill("#user", user);
    page.fill("#password", password);
    page.press("#password", "Enter");
    assertThat(page.locator("nav.views")).isVisible();
    return this;
  }

  Page page() {
    return page;
  }

  Page open(String view) {
    page.navigate(node.url("/console#" + view));
    return page;
  }

  Locator session(String id) {
    return page.locator(".canvas button[data-session='" + id + "']").first();
  }

  /** A button of the dialog on top, by its text. */
  Locator button(String text) {
    return page.locator("dialog[open]")
        .last()
        .locator("button", new Locator.LocatorOptions().setHasText(text));
  }

  Locator publish() {
    return page.locator(".publish");
  }

  Locator undo() {
    return page.locator("[data-part=undo] button");
  }

  void shot(String name) {
    page.screenshot(
        new Page.ScreenshotOptions().setPath(SHOTS.resolve("console-" + name + ".png")));
  }

  @Override
  public void close() {
    tab.close();
  }
}
