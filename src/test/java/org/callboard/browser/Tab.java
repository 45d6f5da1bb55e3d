package org.callboard.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** A tab that remembers every complaint of its page. */
final class Tab implements AutoCloseable {
  private final BrowserContext context;
  private final Page page;
  private final List<String> complaints = new CopyOnWriteArrayList<>();
  private final List<String> forgiven = new ArrayList<>();

  Tab(Chromium chromium, int width, int height, boolean script) {
    context =
        chromium
            .browser()
            .newContext(
                new Browser.NewContextOptions()
                    .setViewportSize(width, height)
                    .setTimezoneId("America/Los_Angeles")
                    .setJavaScriptEnabled(script));
    page = context.newPage();
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error") || message.type().equals("warning")) {
            complaints.add(message.text());
          }
        });
    page.onPageError(complaints::add);
  }

  static Tab wide(Chromium chromium) {
    return new Tab(chromium, 1920, 1080, true);
  }

  Page open(String url) {
    page.navigate(url);
    return page;
  }

  /** Opens a page and waits until its script has taken over. */
  Page openAlive(String url) {
    open(url);
    page.waitForSelector(
        "body.alive", new Page.WaitForSelectorOptions().setState(WaitForSelectorState.ATTACHED));
    return page;
  }

  /** Everything that a page says, without its blanks. */
  static String words(Page page) {
    return page.locator("body").textContent().replaceAll("\\s+", "");
  }

  /** The same of a page as it comes from the server, before any script. */
  static String served(String url) {
    try {
      Document page = Jsoup.connect(url).maxBodySize(0).get();
      return page.body().wholeText().replaceAll("\\s+", "");
    } catch (IOException broken) {
      throw new UncheckedIOException(url, broken);
    }
  }

  /** Complaints of this kind are no surprise, whenever they come. */
  void forgive(String complaint) {
    forgiven.add(complaint);
  }

  @Override
  public void close() {
    context.close();
    complaints.removeIf(text -> forgiven.stream().anyMatch(text::contains));
    assertThat(complaints).isEmpty();
  }
}
