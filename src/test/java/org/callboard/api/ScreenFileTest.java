package org.callboard.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.callboard.app.ExampleEvent;
import org.callboard.app.TestNode;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Screens to download, as they arrive. */
class ScreenFileTest {
  private static TestNode node;

  @BeforeAll
  static void start() {
    node = TestNode.rehearsing(ExampleEvent.programme(), ExampleEvent.FRIDAY_10_50, 1);
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  private static HttpResponse<String> get(String path) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(node.url(path))).build(),
            HttpResponse.BodyHandlers.ofString());
  }

  @ParameterizedTest
  @CsvSource({"/screen.html, lobby", "/rooms/alcazar/screen.html, alcazar"})
  void a_file_is_saved_and_names_nothing_outside_itself(String path, String name) throws Exception {
    HttpResponse<String> answer = get(path);

    assertThat(answer.headers().firstValue("Content-Disposition"))
        .contains("attachment; filename=\"callboard-" + name + ".html\"");
    Document file = Jsoup.parse(answer.body());
    assertThat(file.select("[src]:not([src^=data:]), [href], link, noscript")).isEmpty();
    assertThat(file.select("style").html()).contains("data:font/woff2").doesNotContain("/assets/");
    assertThat(file.body().attr("data-server")).isEqualTo(node.url(""));
    assertThat(file.select("script")).hasSize(1);
  }

  @Test
  void it_may_reach_its_server_alone_and_run_what_it_came_with() throws Exception {
    Document file = Jsoup.parse(get("/screen.html").body());

    String policy = file.select("meta[http-equiv=Content-Security-Policy]").attr("content");
    assertThat(policy)
        .contains("default-src 'none'", "script-src 'sha256-", "require-trusted-types-for 'script'")
        .contains("connect-src " + node.url("") + " ws://127.0.0.1:" + node.port() + ";")
        .doesNotContain("unsafe");
    assertThat(file.head().child(1).attr("http-equiv")).isEqualTo("Content-Security-Policy");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/screen.html?at=2017-11-16T10:00",
        "/screen.html?lang=xx",
        "/screen.html?theme=x"
      })
  void what_makes_no_screen_is_refused(String path) throws Exception {
    assertThat(get(path).statusCode()).isEqualTo(400);
  }

  @Test
  void a_room_that_is_not_there_has_no_file() throws Exception {
    assertThat(get("/rooms/nowhere/screen.html").statusCode()).isEqualTo(404);
  }

  @Test
  void a_name_of_a_screen_stays_a_text() throws Exception {
    Document file =
        Jsoup.parse(get("/screen.html?screen=%22%3E%3Cscript%3Ex()%3C/script%3E").body());
    assertThat(file.select("script")).hasSize(1);
    assertThat(file.body().attr("data-query")).startsWith("?screen=%22%3E%3Cscript");
  }
}
