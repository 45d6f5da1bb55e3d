package org.callboard.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.callboard.app.ExampleEvent;
import org.callboard.app.TestNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies, headers and queries of every kind: each is a problem with a reason, none a change. */
class HostileChangeTest {
  private static final String CANCEL = "{'type':'cancel','session':'social-integration'}";
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

  @AfterEach
  void nothing_has_changed() {
    assertThat(organiser.get("/api/event").json().getLong("revision")).isEqualTo(1);
  }

  private static void assertRefused(Organiser.Answer answer) {
    assertThat(answer.status()).isBetween(400, 499);
    assertThat(answer.json().getInteger("status")).isEqualTo(answer.status());
    assertThat(answer.detail()).isNotBlank().doesNotContain("Exception", "org.callboard", "java.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "7",
        "'cancel'",
        "{",
        "{}",
        "{'type':null}",
        "{'type':{}}",
        "{'type':'cancel'}",
        "{'type':'cancel','type':'cancel','session':'social-integration'}",
        "{'type':'cancel','session':null}",
        "{'type':'cancel','session':['social-integration']}",
        "{'type':'cancel','session':'social-integration','extra':1}",
        "{'type':'cancel','session':'social-integration','ifRevision':-1}",
        "{'type':'cancel','session':'social-integration','ifRevision':1.5}",
        "{'type':'cancel','session':'social-integration','ifRevision':99999999999999999999}",
        "{'type':'cancel','session':'social-integration','reason':7}",
        "{'type':'cancel','session':'social-integration','publicReason':'yes'}",
        "{'type':'cancel','session':'social-integration'} trailing",
        "{'type':'cancel','session':'nobody'}",
        "{'type':'cancel','session':'../../etc/passwd'}",
        "{'type':'delay','session':'social-integration','minutes':'15'}",
        "{'type':'delay','session':'social-integration','minutes':1e9}",
        "{'type':'delay','session':'social-integration','minutes':0}",
        "{'type':'delay','session':'social-integration'}",
        "{'type':'delay','session':'social-integration','minutes':NaN}",
        "{'type':'retime','session':'social-integration','start':'+999999999-12-31T23:59:59Z','end':'+999999999-12-31T23:59:59Z'}",
        "{'type':'retime','session':'social-integration','start':'2017-11-17T10:00:00','end':'2017-11-17T11:00:00'}",
        "{'type':'retime','session':'social-integration','start':'2017-11-17T10:00:00Z','end':'2019-11-17T11:00:00Z'}",
        "{'type':'move','session':'social-integration','rooms':['attic']}",
        "{'type':'move','session':'social-integration','rooms':[['scala']]}",
        "{'type':'swap','session':'social-integration','with':'social-integration'}",
        "{'type':'assign','session':'social-integration','role':'moderator','slot':99,'person':{'name':'A'}}",
        "{'type':'assign','session':'social-integration','role':'moderator','slot':0,'person':'Ada'}",
        "{'type':'edit','session':'social-integration'}",
        "{'type':'edit','session':'social-integration','title':''}",
        "{'type':'edit','session':'social-integration','title':'a\\u0000b'}",
        "{'type':'edit','session':'social-integration','title':'a\\ud800b'}",
        "{'type':'add','title':'x','start':'2017-11-17T10:00:00Z','end':'2017-11-17T09:00:00Z'}",
        "{'type':'announce','level':'notice','headline':'no end'}",
        "{'type':'announce','level':'urgent','headline':'over','until':'2017-11-17T09:00:00Z'}",
        "{'type':'announce','level':'notice','headline':'x','until':'2017-11-17T12:00:00Z','texts':{'fr':'x'}}",
        "{'type':'withdraw','announcement':'a99'}",
        "{'type':'hold','rooms':['attic']}",
        "{'type':'resume'}",
        "{'type':'undo','revision':1}",
        "{'type':'undo','revision':99}",
        "{'type':'clock','speed':-1}",
        "{'type':'clock','at':'tomorrow'}",
        "{'type':'import','programme':{}}",
        "{'type':'import','programme':{'event':{'name':'E'},'sessions':[]}}",
        "{'type':'unschedule','scheduled':'p9'}",
        "{'type':'cancel','session':'social-integration','due':'2017-11-17T09:00:00Z'}"
      })
  void a_body_that_cannot_be_a_change_is_refused_with_a_reason(String body) {
    assertRefused(organiser.change(body));
    assertRefused(organiser.preview(body));
  }

  @Test
  void a_headline_beyond_its_length_is_refused() {
    String long61 = "x".repeat(61);
    assertRefused(
        organiser.change(
            "{'type':'announce','level':'notice','headline':'"
                + long61
                + "','until':'2017-11-17T12:00:00Z'}"));
  }

  @Test
  void a_body_nested_beyond_reason_is_refused() {
    assertRefused(organiser.change("[".repeat(100_000)));
    assertRefused(organiser.change("{'type':" + "{'a':".repeat(5_000) + "1" + "}".repeat(5_001)));
  }

  @Test
  void a_body_larger_than_any_programme_is_refused() {
    Organiser.Answer answer =
        organiser.post("/api/changes", "{\"type\":\"" + "x".repeat(5 * 1024 * 1024) + "\"}");
    assertThat(answer.status()).isEqualTo(413);
  }

  @Test
  void a_body_that_is_no_json_is_refused_by_its_type() {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(node.url("/api/changes")))
            .header("Authorization", "Bearer " + organiser.token())
            .header("Content-Type", "text/plain")
            .POST(HttpRequest.BodyPublishers.ofString(CANCEL.replace('\'', '"')))
            .build();
    assertThat(status(request)).isEqualTo(415);
  }

  @Test
  void a_body_in_broken_utf_8_is_refused() {
    byte[] body = CANCEL.replace('\'', '"').getBytes(StandardCharsets.ISO_8859_1);
    body[body.length - 4] = (byte) 0xff;
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(node.url("/api/changes")))
            .header("Authorization", "Bearer " + organiser.token())
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build();
    assertThat(status(request)).isBetween(400, 499);
  }

  @Test
  void strangers_and_forged_tokens_change_nothing() {
    assertThat(Organiser.stranger(node).change(CANCEL).status()).isEqualTo(401);
    assertThat(Organiser.bearing(node, "0".repeat(43)).change(CANCEL).status()).isEqualTo(401);
    assertThat(Organiser.bearing(node, "x'; DROP TABLE entry; --").change(CANCEL).status())
        .isEqualTo(401);
  }

  @Test
  void a_cookie_that_a_foreign_page_sends_changes_nothing() {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(node.url("/api/changes")))
            .header("Cookie", "callboard_session=" + organiser.token())
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(CANCEL.replace('\'', '"')));
    assertThat(status(request.build())).isEqualTo(403);
    assertThat(status(request.header("Origin", "http://elsewhere.example").build())).isEqualTo(403);
  }

  @Test
  void an_unreadable_preview_or_key_is_refused_before_anything_happens() {
    assertRefused(organiser.post("/api/changes?preview=maybe", CANCEL.replace('\'', '"')));
    assertRefused(organiser.change(CANCEL, "Idempotency-Key", "k".repeat(300)));
  }

  @Test
  void a_body_that_never_ends_holds_up_nobody_else() throws IOException {
    try (Socket socket = new Socket("127.0.0.1", node.port())) {
      OutputStream out = socket.getOutputStream();
      out.write(
          ("POST /api/changes HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                  + "Authorization: Bearer "
                  + organiser.token()
                  + "\r\nContent-Length: 1000\r\n\r\n{\"type\":")
              .getBytes(StandardCharsets.US_ASCII));
      out.flush();
      assertThat(organiser.get("/api/boards").status()).isEqualTo(200);
      InputStream in = socket.getInputStream();
      assertThat(in.available()).isZero();
    }
  }

  private static int status(HttpRequest request) {
    try {
      return HttpClient.newHttpClient()
          .send(request, HttpResponse.BodyHandlers.discarding())
          .statusCode();
    } catch (IOException | InterruptedException failed) {
      throw new AssertionError(failed);
    }
  }
}
