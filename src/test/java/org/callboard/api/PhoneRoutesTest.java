package org.callboard.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.callboard.app.ExampleEvent;
import org.callboard.app.TestNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an attendee's phone is served, asked for by hand. */
class PhoneRoutesTest {
  private static final String SMUGGLING = "migrant-smuggling-and-human-trafficking";
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static TestNode node;

  @BeforeAll
  static void start() {
    node = TestNode.rehearsing(ExampleEvent.programme(), ExampleEvent.FRIDAY_10_50, 1);
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  private static HttpResponse<String> get(String path, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(node.url(path)));
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException | InterruptedException failed) {
      throw new AssertionError("No answer: " + path, failed);
    }
  }

  private static String header(HttpResponse<String> response, String name) {
    return response.headers().firstValue(name).orElse("");
  }

  private static String assets() {
    return Pattern.compile("/programme/[0-9a-f]{12}")
        .matcher(get("/programme").body())
        .results()
        .findFirst()
        .orElseThrow()
        .group();
  }

  @Test
  void every_script_of_the_phone_is_served_and_kept() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("webroot", "programme"))) {
      List<String> names =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> !name.equals("worker.js"))
              .toList();
      assertThat(PhoneAssets.OWN).containsExactlyInAnyOrderElementsOf(names);
    }
    String worker = get("/programme/worker.js").body();
    for (String name : PhoneAssets.OWN) {
      assertThat(get(assets() + "/" + name).statusCode()).as(name).isEqualTo(200);
      assertThat(worker).contains("'" + assets() + "/" + name + "'");
    }
  }

  @Test
  void a_version_is_kept_for_ever_and_the_worker_is_asked_for_anew() {
    HttpResponse<String> script = get(assets() + "/programme.js");
    assertThat(header(script, "Cache-Control")).contains("immutable");
    assertThat(header(script, "Content-Type")).isEqualTo("text/javascript; charset=utf-8");
    HttpResponse<String> worker = get("/programme/worker.js");
    assertThat(header(worker, "Cache-Control")).isEqualTo("no-cache");
    assertThat(header(worker, "Service-Worker-Allowed")).isEqualTo("/programme");
    assertThat(get("/programme/0123456789ab/programme.js").statusCode()).isEqualTo(404);
    assertThat(get(assets() + "/..%2Fworker.js").statusCode()).isEqualTo(404);
  }

  @Test
  void the_manifest_names_the_event_in_the_readers_language() {
    JsonObject manifest = new JsonObject(get("/programme/manifest.webmanifest?lang=fr").body());
    assertThat(manifest.getString("name")).isEqualTo("Global Conference on Cities & Migration");
    assertThat(manifest.getString("lang")).isEqualTo("fr");
    assertThat(manifest.getString("start_url")).isEqualTo("/programme");
    manifest
        .getJsonArray("icons")
        .forEach(
            icon ->
                assertThat(get(((JsonObject) icon).getString("src")).statusCode()).isEqualTo(200));
  }

  @ParameterizedTest
  @CsvSource({
    "/programme, de-DE, en",
    "/programme, 'de, es-MX;q=0.8, fr;q=0.5', es",
    "/programme?lang=nl, tr, nl",
    "/programme?lang=xx, tr, tr",
    "/sessions/migrant-smuggling-and-human-trafficking, fr, fr"
  })
  void a_page_speaks_the_language_of_its_reader(String path, String accepted, String spoken) {
    assertThat(get(path, "Accept-Language", accepted).body())
        .contains("<html lang=\"" + spoken + "\">");
  }

  @Test
  void a_chosen_language_is_remembered_and_no_other_page_forgets_it() {
    String cookie = header(get("/programme?lang=tr"), "Set-Cookie").split(";")[0];
    assertThat(get("/programme", "Cookie", cookie, "Accept-Language", "fr").body())
        .contains("<html lang=\"tr\">");
    assertThat(header(get("/programme"), "Set-Cookie")).isEmpty();
  }

  @Test
  void the_page_of_a_session_tells_others_of_it_in_its_head() {
    String page = get("/sessions/" + SMUGGLING).body();
    assertThat(page)
        .contains("<meta property=\"og:title\" content=\"Migrant smuggling")
        .contains("content=\"Friday 17 November, 11:15–12:45 · Alcazar\"")
        .contains("<link rel=\"canonical\" href=\"" + node.url("/sessions/" + SMUGGLING) + "\">");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/sessions/nobody",
        "/sessions/%00",
        "/sessions/..%2F..%2Fetc",
        "/sessions/%3Cscript%3E",
        "/sessions/"
      })
  void an_id_that_never_was_is_not_found(String path) {
    HttpResponse<String> answer = get(path);
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).doesNotContain("<script>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"evil.example;a", "$(x)", "a=b", "a!"})
  void a_host_that_is_none_is_not_repeated(String host) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", node.port())) {
      String request =
          "GET /sessions/"
              + SMUGGLING
              + " HTTP/1.1\r\nHost: "
              + host
              + "\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      BufferedReader answer =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
      assertThat(answer.lines().collect(Collectors.joining("\n")))
          .startsWith("HTTP/1.1 200")
          .doesNotContain("//" + host);
    }
  }
}
