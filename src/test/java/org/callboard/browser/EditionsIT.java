package org.callboard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.callboard.api.Organiser;
import org.callboard.app.ExampleEvent;
import org.callboard.app.TestNode;
import org.callboard.interchange.Programmes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A new edition in the console: looked at, published, and its conflicts settled by a tap. */
class EditionsIT {
  private static final String DELAYED = "implementation-of-migration-related-commitments";

  @TempDir private Path folder;

  private final Chromium chromium = Chromium.launch();
  private TestNode node;
  private Organiser organiser;

  @BeforeEach
  void start() {
    node = TestNode.rehearsing(ExampleEvent.programme(), ExampleEvent.FRIDAY_10_50, 1);
    organiser = Organiser.admin(node);
    String move = "{'type':'move','session':'" + DELAYED + "','rooms':['alcazar']}";
    assertThat(organiser.change(move).status()).isEqualTo(201);
  }

  @AfterEach
  void stop() {
    node.close();
    chromium.close();
  }

  /** The example with the moved session in a third room, and one session more. */
  private Path edition() throws IOException {
    String yaml = Programmes.write(ExampleEvent.programme(), "yaml");
    int session = yaml.indexOf("id: " + DELAYED);
    int rooms = yaml.indexOf("rooms:", session);
    String moved =
        yaml.substring(0, rooms)
            + yaml.substring(rooms)
                .replaceFirst("rooms:\\s*\\[[^\\]]*\\]|rooms:\\s*\\n\\s*- \\S+", "rooms: [scala]");
    return Files.writeString(
        folder.resolve("edition.yaml"),
        moved
            + "  - {id: coffee-with-the-mayor, title: Coffee with the mayor, rooms: [scala],"
            + " start: 2017-11-17T17:30, end: 2017-11-17T18:00}\n");
  }

  private void isSound(ConsoleTab console, String name) {
    console.shot("editions-" + name);
    Page page = console.page();
    assertThat(new AxeBuilder(page).analyze().getViolations()).as(name).isEmpty();
    assertThat((boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
        .as(name + " is no wider than its screen")
        .isTrue();
  }

  @Test
  void an_edition_is_looked_at_published_and_its_conflict_settled() throws IOException {
    try (ConsoleTab desk = ConsoleTab.desk(chromium, node).loggedIn()) {
      Page page = desk.open("conflicts");
      assertThat(page.locator(".conflicts .empty")).isVisible();
      isSound(desk, "none-desk");
      desk.page().locator("button.primary").first().click();
      page.setInputFiles("#import-file", edition());
      assertThat(page.locator(".edition")).containsText("Coffee with the mayor");
      isSound(desk, "preview-desk");
      assertThat(organiser.get("/api/conflicts").json().getJsonArray("conflicts")).isEmpty();
      desk.button("Publish the new edition").click();
      assertThat(page.locator(".conflict")).hasCount(1);
      isSound(desk, "conflict-desk");
      page.locator(".conflict .choice.plan").click();
      assertThat(page.locator(".conflicts .empty")).isVisible();
    }
    assertThat(organiser.get("/api/sessions/" + DELAYED).json().getJsonArray("rooms").getString(0))
        .isEqualTo("scala");
  }

  @Test
  void it_is_done_with_one_thumb() throws IOException {
    try (ConsoleTab phone = ConsoleTab.phone(chromium, node).loggedIn()) {
      Page page = phone.open("conflicts");
      page.locator("button.primary").first().click();
      page.setInputFiles("#import-file", edition());
      assertThat(page.locator(".edition")).containsText("Coffee with the mayor");
      isSound(phone, "preview-phone");
      phone.button("Publish the new edition").click();
      assertThat(page.locator(".conflict")).hasCount(1);
      isSound(phone, "conflict-phone");
      page.locator(".conflict .choice.live").click();
      assertThat(page.locator(".conflicts .empty")).isVisible();
    }
    assertThat(organiser.get("/api/sessions/" + DELAYED).json().getJsonArray("rooms").getString(0))
        .isEqualTo("alcazar");
  }

  @Test
  void a_file_that_cannot_be_read_says_so_and_changes_nothing() throws IOException {
    long before = organiser.get("/api/event").json().getLong("revision");
    try (ConsoleTab desk = ConsoleTab.desk(chromium, node).loggedIn()) {
      Page page = desk.open("conflicts");
      page.locator("button.primary").first().click();
      Path broken = Files.writeString(folder.resolve("notes.txt"), "Bring the cables.\n");
      page.setInputFiles("#import-file", broken);
      assertThat(page.locator("dialog[open] .problem")).containsText("text without times");
    }
    assertThat(organiser.get("/api/event").json().getLong("revision")).isEqualTo(before);
  }
}
