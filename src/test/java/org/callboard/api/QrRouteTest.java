package org.callboard.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.callboard.app.ExampleEvent;
import org.callboard.app.TestNode;
import org.callboard.pages.QrReader;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** QR codes for screens: of pages of this server, and of nothing else. */
class QrRouteTest {
  private static final Pattern DRAWN =
      Pattern.compile("viewBox=\"0 0 (\\d+) .*<path fill=\"#10141B\" d=\"([^\"]*)\"");

  private static TestNode node;

  @BeforeAll
  static void start() {
    node = TestNode.rehearsing(ExampleEvent.programme(), ExampleEvent.FRIDAY_10_50, 1);
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  /** A request as it stands on the line, since a client would mend it. */
  private static String get(String path, String host) throws Exception {
    try (Socket socket = new Socket("127.0.0.1", node.port())) {
      OutputStream out = socket.getOutputStream();
      String request =
          "GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
      out.write(request.getBytes(StandardCharsets.UTF_8));
      out.flush();
      InputStream in = socket.getInputStream();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String read(String answer) {
    Matcher drawn = DRAWN.matcher(answer);
    assertThat(drawn.find()).as(answer).isTrue();
    return QrReader.read(Integer.parseInt(drawn.group(1)), drawn.group(2));
  }

  @Test
  void a_code_leads_to_a_page_as_the_asker_reached_this_server() throws Exception {
    String answer = get("/qr.svg?path=/programme", "boards.example:8080");
    assertThat(answer).contains("200 OK").containsIgnoringCase("content-type: image/svg+xml");
    assertThat(read(answer)).isEqualTo("http://boards.example:8080/programme");
    assertThat(read(get("/qr.svg?path=/rooms/scala%3Flang%3Dfr", "[::1]:9")))
        .isEqualTo("http://[::1]:9/rooms/scala?lang=fr");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "//evil.example/",
        "https://evil.example/",
        "@evil.example/",
        "programme",
        "/a%5Cb",
        "/a%0D%0Ab",
        "/%22%3E%3Cscript%3E",
        "/a%20b",
        "/?a%23b",
        ""
      })
  void what_is_no_path_of_this_server_is_refused(String path) throws Exception {
    assertThat(get("/qr.svg?path=" + path, "boards.example")).contains(" 400 ");
  }

  @Test
  void an_endless_path_is_refused() throws Exception {
    assertThat(get("/qr.svg?path=/" + "a".repeat(200), "boards.example")).contains(" 400 ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"boards.example/evil", "a b", "evil\"onload", "a@b", "a:b:c", "é", "a;b", "a!b"})
  void a_host_that_is_none_is_refused(String host) throws Exception {
    assertThat(get("/qr.svg?path=/programme", host)).contains(" 400 ");
  }
}
