package org.callboard.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import org.callboard.app.TestNode;
import org.callboard.board.DayText;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a screen may not do; each refusal says why, and leaves every other screen as it was. */
class HostileScreenTest {
  private static TestNode node;

  @BeforeAll
  static void start() {
    node =
        TestNode.rehearsing(
            DayText.programme("hall 09:00-10:00 Opening"),
            Instant.parse("2017-11-16T08:10:00Z"),
            1);
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "hello",
        "[]",
        "{",
        "{\"type\":7}",
        "{\"type\":\"shout\"}",
        "{\"type\":\"subscribe\"}",
        "{\"type\":\"subscribe\",\"topics\":\"venue\"}",
        "{\"type\":\"subscribe\",\"topics\":[7]}",
        "{\"type\":\"subscribe\",\"topics\":[null]}",
        "{\"type\":\"subscribe\",\"topics\":[\"room:attic\"]}",
        "{\"type\":\"time\",\"t0\":\"now\"}",
        "{\"type\":\"subscribe\",\"topics\":[\"venue\"],\"role\":\"boss\"}",
        "{\"type\":\"subscribe\",\"topics\":[\"venue\"],\"role\":1}",
        "{\"type\":\"subscribe\",\"topics\":[\"venue\"],\"lang\":\"<b>\"}",
        "{\"type\":\"subscribe\",\"topics\":[\"venue\"],\"screen\":\"\"}",
        "{\"type\":\"subscribe\",\"topics\":[\"venue\"],\"screen\":\"#1\"}",
        "{\"type\":\"subscribe\",\"topics\":[\"venue\"],\"screen\":[]}",
        "{\"type\":\"painted\"}",
        "{\"type\":\"painted\",\"revision\":-1}",
        "{\"type\":\"painted\",\"revision\":1.5}",
        "{\"type\":\"painted\",\"revision\":99999999999999999999}",
        "{\"type\":\"painted\",\"revision\":1,\"frame\":[]}",
        "{\"type\":\"painted\",\"revision\":1,\"frame\":{\"room:hall\":\"first\"}}",
        "{\"type\":\"painted\",\"revision\":1,\"frame\":{\"room:hall\":9999999999}}",
        "{\"type\":\"painted\",\"revision\":1,\"paintedAt\":\"noon\"}",
        "{\"type\":\"painted\",\"revision\":1,\"paintedAt\":1e99}",
        "{\"type\":\"health\",\"deep\":{\"a\":1}}",
        "{\"type\":\"health\",\"list\":[1]}",
        "{\"type\":\"health\",\"<b>\":1}",
        "{\"type\":\"health\",\"line\":\"a\\u0000b\"}",
        "{\"type\":\"health\",\"big\":1e999}"
      })
  void a_malformed_message_closes_its_own_line_with_1008_and_a_reason(String text) {
    TestScreen neighbour = TestScreen.open(node.port()).subscribe("venue");
    neighbour.next("venue");

    TestScreen.Closed closed = TestScreen.open(node.port()).say(text).closed();

    assertThat(closed.code()).isEqualTo(1008);
    assertThat(closed.reason()).isNotBlank();
    assertThat(neighbour.say("{\"type\":\"time\",\"t0\":1}").next("time").json().getInteger("t0"))
        .isEqualTo(1);
  }

  @Test
  void a_health_report_holds_a_few_short_fields_and_no_more() {
    JsonObject health = new JsonObject().put("type", "health");
    for (int i = 0; i < 16; i++) {
      health.put("field" + i, i);
    }
    TestScreen screen = TestScreen.open(node.port()).subscribe("venue");
    screen.say(health.encode()).heardOut();

    assertThat(screen.say(health.put("onemore", 1).encode()).closed().reason()).contains("16");
    String long65 = "{\"type\":\"health\",\"text\":\"" + "x".repeat(65) + "\"}";
    assertThat(TestScreen.open(node.port()).say(long65).closed().code()).isEqualTo(1008);
  }

  @Test
  void a_flood_of_reports_closes_its_own_line_and_harms_nobody() {
    TestScreen neighbour = TestScreen.open(node.port()).subscribe("venue");
    TestScreen flood = TestScreen.open(node.port()).subscribe("venue");

    for (int i = 0; i < 2_000 && flood.isOpen(); i++) {
      flood.trySay("{\"type\":\"painted\",\"revision\":1}");
    }

    assertThat(flood.closed().reason()).contains("faster");
    neighbour.painted(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {9_000, 15_000, 20_000, 300_000})
  void an_oversized_message_closes_its_line_with_1009(int characters) {
    TestScreen screen = TestScreen.open(node.port());
    assertThat(screen.say("x".repeat(characters)).closed().code()).isEqualTo(1009);
  }

  @Test
  void a_page_of_another_origin_may_not_open_the_channel() {
    assertThatThrownBy(() -> TestScreen.open(node.port(), "http://elsewhere.example"))
        .hasMessageContaining("Handshake");
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "file://"})
  void a_screen_that_lies_on_the_device_reads_what_anybody_may(String origin) {
    TestScreen screen = TestScreen.open(node.port(), origin);
    assertThat(screen.subscribe("venue").next("venue").json().getLong("revision")).isEqualTo(1);
  }

  @Test
  void a_page_of_this_origin_may() {
    TestScreen screen = TestScreen.open(node.port(), "http://127.0.0.1:" + node.port());
    assertThat(screen.subscribe("venue").next("venue").json().getLong("revision")).isEqualTo(1);
  }
}
