package org.callboard.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies of every bad kind: refused as a problem, and nothing behind them runs. */
class HostileBodyTest {
  private static final int MOST_BYTES = 200;
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final AtomicInteger reached = new AtomicInteger();
  private Vertx vertx;
  private HttpServer server;

  @BeforeEach
  void start() {
    vertx = Vertx.vertx();
    Router router = Router.router(vertx);
    router
        .post("/")
        .handler(JsonBody.reading(MOST_BYTES))
        .handler(
            context -> {
              reached.incrementAndGet();
              context.end(JsonBody.of(context).toBuffer());
            });
    server = vertx.createHttpServer().requestHandler(router).listen(0, "127.0.0.1").await();
  }

  @AfterEach
  void stop() {
    vertx.close().await();
  }

  private HttpResponse<String> post(String contentType, BodyPublisher body) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.actualPort() + "/"))
            .header("Content-Type", contentType)
            .POST(body)
            .build();
    return CLIENT.send(request, BodyHandlers.ofString());
  }

  private HttpResponse<String> post(String body) throws Exception {
    return post("application/json", BodyPublishers.ofString(body));
  }

  private void assertRefused(HttpResponse<String> response, int status) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(new JsonObject(response.body()).getInteger("status")).isEqualTo(status);
    assertThat(reached).hasValue(0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/json", "Application/JSON; charset=\"UTF-8\""})
  void an_object_goes_on_as_it_was_sent(String contentType) throws Exception {
    String body = "{\"a\":[1,{\"b\":null}],\"c\":\"çédille 🎬\"}";

    HttpResponse<String> response = post(contentType, BodyPublishers.ofString(body));
    assertThat(new JsonObject(response.body())).isEqualTo(new JsonObject(body));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "[{}]",
        "1",
        "\"text\"",
        "{",
        "{\"a\":1}}",
        "{\"a\":1}{\"a\":1}",
        "{\"a\":1,}",
        "{'a':1}",
        "{a:1}",
        "{\"a\":NaN}",
        "{\"a\":01}",
        "{\"a\":1,\"a\":2}",
        "{\"a\":{\"b\":1,\"b\":1}}",
        "{\"a\":1} // more",
        "\uFEFF{}",
        "{\"a\":\"\\u0000\"}",
        "{\"a\":\"\\ud83c\"}",
        "{\"\\udfac\":1}",
        "{\"a\":11111111111111111111111111111111111111111111111111}",
        "a=1&b=2"
      })
  void what_is_not_one_strict_object_is_malformed(String body) throws Exception {
    assertRefused(post(body), 400);
  }

  @Test
  void a_body_nested_without_end_is_malformed() throws Exception {
    assertRefused(post("{\"a\":" + "[".repeat(90) + "]".repeat(90) + "}"), 400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ff", "c0af", "eda0bc", "e4bd", "f5808080"})
  void bytes_that_are_not_utf_8_are_malformed(String hex) throws Exception {
    byte[] start = "{\"a\":\"".getBytes(StandardCharsets.UTF_8);
    byte[] end = "\"}".getBytes(StandardCharsets.UTF_8);
    byte[] body = HexFormat.of().parseHex(hex(start) + hex + hex(end));

    assertRefused(post("application/json", BodyPublishers.ofByteArray(body)), 400);
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  @Test
  void a_refusal_repeats_nothing_of_the_body() throws Exception {
    assertThat(post("{\"password\":\"hunter2hunter2\" x}").body()).doesNotContain("hunter2");
    assertThat(post("{\"password\":hunter2hunter2}").body()).doesNotContain("hunter2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/plain",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=application/json",
        "application/json; charset=iso-8859-1",
        "application/jsonp"
      })
  void another_content_type_is_unsupported(String contentType) throws Exception {
    assertRefused(post(contentType, BodyPublishers.ofString("{}")), 415);
  }

  @Test
  void a_body_over_the_bound_is_too_large_and_one_at_the_bound_is_not() throws Exception {
    String fits = "{\"a\":\"" + "x".repeat(MOST_BYTES - 8) + "\"}";
    assertThat(post(fits).statusCode()).isEqualTo(200);
    reached.set(0);

    assertRefused(post(fits + " "), 413);
    assertRefused(post("{\"a\":\"" + "x".repeat(500_000) + "\"}"), 413);
  }

  @Test
  void a_body_in_chunks_is_bounded_as_well() throws Exception {
    byte[] large = "x".repeat(100_000).getBytes(StandardCharsets.UTF_8);
    BodyPublisher chunked = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large));

    assertRefused(post("application/json", chunked), 413);
  }

  @Test
  void a_body_without_end_is_cut_off() throws Exception {
    try (Socket socket = new Socket("127.0.0.1", server.actualPort())) {
      OutputStream out = socket.getOutputStream();
      out.write(
          ("POST / HTTP/1.1\r\nHost: here\r\nContent-Type: application/json\r\n"
                  + "Content-Length: 1000000000\r\n\r\n")
              .getBytes(StandardCharsets.US_ASCII));

      assertThat(bytesTaken(out)).isLessThan(50_000_000);
    }
    assertThat(reached).hasValue(0);
  }

  private static long bytesTaken(OutputStream out) {
    byte[] chunk = new byte[64 * 1024];
    long written = 0;
    try {
      for (int i = 0; i < 10_000; i++) {
        out.write(chunk);
        written += chunk.length;
      }
    } catch (IOException cut) {
      return written;
    }
    return written;
  }
}
