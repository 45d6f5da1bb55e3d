package org.callboard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.io.ByteArrayInputStream;
import java.util.List;
import javax.imageio.ImageIO;
import org.callboard.api.Organiser;
import org.callboard.app.ExampleEvent;
import org.callboard.app.TestNode;
import org.callboard.pages.QrReader;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who may do what, given and taken at the console; and what rooms call for. */
class ConsoleAccessIT {
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

  private static void requireCalm(Page page) {
    assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
    assertThat((boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
        .isTrue();
  }

  @Test
  void a_link_is_made_printed_and_revoked() throws Exception {
    try (ConsoleTab console = ConsoleTab.desk(chromium, node).loggedIn()) {
      Page page = console.open("hosts");
      assertThat(page.locator(".listing")).containsText("No link holds now");
      page.getByLabel("Room").selectOption("alcazar");
      page.getByText("Make a link for Alcazar").click();

      String url = page.locator(".printed .url").textContent();
      assertThat(url).startsWith(node.url("/host/cb_"));
      byte[] code = page.locator(".once").screenshot();
      assertThat(QrReader.read(ImageIO.read(new ByteArrayInputStream(code)))).isEqualTo(url);
      assertThat(page.locator(".listing li")).containsText("not used yet");
      requireCalm(page);
      console.shot("hosts");

      page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
      assertThat(page.locator(".listing")).isHidden();
      assertThat(page.locator(".printed")).isVisible();
      console.shot("hosts-printed");
      page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));

      Locator revoke = page.locator(".listing button");
      revoke.click();
      assertThat(revoke).hasText("Revoke for good: Alcazar");
      revoke.click();
      assertThat(page.locator(".listing")).containsText("No link holds now");
      assertThat(organiser.get("/api/host-links").objects("links")).isEmpty();
    }
  }

  @Test
  void an_account_is_made_given_a_new_password_and_removed() {
    try (ConsoleTab console = ConsoleTab.phone(chromium, node).loggedIn()) {
      Page page = console.open("accounts");
      page.getByLabel("Name").fill("hal");
      page.getByLabel("Role").selectOption("host");
      page.getByLabel("Scala").check();
      page.getByText("Make the account").click();
      String password = page.locator(".printed .password").textContent();
      assertThat(Organiser.login(node, "hal", password).get("/api/me").json().getJsonArray("rooms"))
          .containsExactly("scala");
      Locator row =
          page.locator(".listing li").filter(new Locator.FilterOptions().setHasText("hal"));
      assertThat(row).containsText("host · Scala");
      requireCalm(page);
      console.shot("accounts");

      tapTwice(row.getByText("New password"), row);
      assertThat(page.locator(".printed .password")).not().hasText(password);
      String renewed = page.locator(".printed .password").textContent();
      assertThat(Organiser.login(node, "hal", renewed).get("/api/me").status()).isEqualTo(200);

      tapTwice(row.getByText("Remove"), row);
      assertThat(row).hasCount(0);
    }
  }

  private static void tapTwice(Locator button, Locator row) {
    button.click();
    row.locator("button.sure").click();
  }

  @Test
  void a_name_that_is_taken_is_said_in_words() {
    try (ConsoleTab console = ConsoleTab.desk(chromium, node).loggedIn()) {
      Page page = console.open("accounts");
      page.getByLabel("Name").fill("organiser");
      page.getByText("Make the account").click();
      assertThat(page.locator(".problem")).containsText("choose another name");
    }
  }

  @Test
  void an_organiser_makes_links_and_keeps_no_accounts() {
    organiser.post(
        "/api/accounts",
        "{\"user\":\"ada\",\"role\":\"organiser\",\"password\":\"correct horse battery\"}");
    try (ConsoleTab console =
        ConsoleTab.desk(chromium, node).loggedIn("ada", "correct horse battery")) {
      List<String> views = console.page().locator("nav.views a").allTextContents();
      assertThat(views).contains("Host links").doesNotContain("Accounts");
    }
  }

  @Test
  void a_call_from_a_room_is_heard_and_answered() {
    try (ConsoleTab console = ConsoleTab.desk(chromium, node).loggedIn()) {
      Page page = console.open("attention");
      assertThat(page.locator("div.attention")).not().isEmpty();
      organiser.change("{'type':'call','room':'alcazar','kind':'help','detail':'No microphone'}");
      assertThat(page.locator("div.attention")).containsText("Alcazar calls for help");
      assertThat(page.locator("div.attention")).containsText("No microphone");
      requireCalm(page);
      console.shot("call");
      page.getByText("Answered").click();
      assertThat(page.locator("div.attention")).not().containsText("calls for help");
      assertThat(organiser.get("/api/calls").objects("calls")).isEmpty();
    }
  }
}
