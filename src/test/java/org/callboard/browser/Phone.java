package org.callboard.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.callboard.app.TestNode;

/** An attendee's phone, on the other side of the world from the event, with what it keeps. */
final class Phone implements AutoCloseable {
  private static final Path SHOTS = Path.of("target", "screenshots");

  private final TestNode node;
  private final BrowserContext context;
  private final List<String> complaints = new CopyOnWriteArrayList<>();
  private Page page;

  Phone(Chromium chromium, TestNode node, String locale) {
    this.node = node;
    this.context =
        chromium
            .browser()
            .newContext(
                new Browser.NewContextOptions()
                    .setViewportSize(390, 844)
                    .setHasTouch(true)
                    .setLocale(locale)
                    .setTimezoneId("America/Los_Angeles"));
    newPage();
  }

  Phone(Chromium chromium, TestNode node) {
    this(chromium, node, "en-GB");
  }

  private void newPage() {
    page = context.newPage();
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error") || message.type().equals("warning")) {
            complaints.add(message.text());
          }
        });
    page.onPageError(complaints::add);
  }

  BrowserContext context() {
    return context;
  }

  Page page() {
    return page;
  }

  /** Opens the programme and waits until its script has taken over. */
  Page programme(String rest) {
    page.navigate(node.url("/programme" + rest));
    page.waitForSelector("body.alive");
    return page;
  }

  Page open(String path) {
    page.navigate(node.url(path));
    return page;
  }

  Locator entry(String session) {
    return page.locator(".entry[data-session='" + session + "']");
  }

  void star(String session) {
    entry(session).locator(".star").click();
  }

  /** Waits until the page is kept for when there is no network. */
  void settle() {
    page.waitForCondition(
        () -> (boolean) page.evaluate("navigator.serviceWorker.controller !== null"));
  }

  void shot(String name) {
    page.screenshot(new Page.ScreenshotOptions().setPath(SHOTS.resolve("phone-" + name + ".png")));
  }

  boolean fitsItsWidth() {
    return (boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth");
  }

  void forgive(String complaint) {
    complaints.removeIf(text -> text.contains(complaint));
  }

  @Override
  public void close() {
    context.close();
    assertThat(complaints).isEmpty();
  }
}
