package org.callboard.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.callboard.app.ExampleEvent;
import org.callboard.app.TestNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The console's page and presence, over real HTTP. */
class ConsoleRoutesTest {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static TestNode node;
  private static Organiser organiser;

  @BeforeAll
  static void start() {
    node = TestNode.rehearsing(ExampleEvent.programme(), ExampleEvent.FRIDAY_10_50, 1);
    organiser = Organiser.admin(node);
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  private static HttpResponse<String> page(String path, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(node.url(path)));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return CLIENT.send(request.build(), BodyHandlers.ofString());
  }

  @Test
  void a_stranger_finds_a_login_form_and_the_board() throws Exception {
    String page = page("/console").body();
    assertThat(page).contains("autocomplete=\"current-password\"", "data-me=\"\"", "until 11:00");
  }

  @Test
  void who_is_logged_in_finds_no_form() throws Exception {
    String token = organiser.token();
    HttpResponse<String> answer = page("/console", "Cookie", SessionCookie.NAME + "=" + token);
    assertThat(answer.body()).contains("organiser").doesNotContain("current-password");
    assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
  }

  @ParameterizedTest
  @CsvSource({
    "/console, '', '', en",
    "/console, 'fr-BE,fr;q=0.9,en;q=0.5', '', fr",
    "/console, 'de,tr;q=0.3', '', tr",
    "/console, 'fr', nl, nl",
    "/console?lang=es, 'fr', nl, es",
    "/console?lang=xx, 'fr', xx, fr"
  })
  void it_speaks_as_asked_or_chosen_or_preferred(
      String path, String preferred, String chosen, String spoken) throws Exception {
    String cookie = SpokenLanguage.COOKIE + "=" + chosen;
    String page = page(path, "Accept-Language", preferred, "Cookie", cookie).body();
    assertThat(page).contains("<html lang=\"" + spoken + "\">");
  }

  @Test
  void organisers_learn_who_has_the_same_open() {
    String open = "{\"tab\":\"%s\",\"session\":\"social-integration\",\"rooms\":[\"auditorium\"]}";
    organiser.post("/api/presence", open.formatted("a"));
    Organiser.Answer answer = organiser.post("/api/presence", open.formatted("b"));
    assertThat(answer.objects("others"))
        .extracting(other -> other.getString("user"))
        .contains("organiser");
    assertThat(Organiser.stranger(node).post("/api/presence", open.formatted("c")).status())
        .isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"tab\":7}",
        "{\"tab\":\"a\",\"rooms\":\"alcazar\"}",
        "{\"tab\":\"a\",\"rooms\":[7]}",
        "{\"tab\":\"a\",\"more\":1}",
        "{\"tab\":\"\"}"
      })
  void malformed_presence_is_refused(String body) {
    assertThat(organiser.post("/api/presence", body).status()).isEqualTo(400);
  }

  @Test
  void oversized_presence_is_refused() {
    String many = String.join(",", java.util.Collections.nCopies(51, "\"alcazar\""));
    List<String> bodies =
        List.of(
            "{\"tab\":\"" + "x".repeat(201) + "\"}", "{\"tab\":\"a\",\"rooms\":[" + many + "]}");
    for (String body : bodies) {
      assertThat(organiser.post("/api/presence", body).status()).isEqualTo(400);
    }
    String large = "{\"tab\":\"" + "x".repeat(9_000) + "\"}";
    assertThat(organiser.post("/api/presence", large).status()).isEqualTo(413);
  }
}
