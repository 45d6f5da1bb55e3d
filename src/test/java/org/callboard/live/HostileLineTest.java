package org.callboard.live;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import org.callboard.app.TestNode;
import org.callboard.board.DayText;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What breaks RFC 6455, or stretches it, frame by frame. */
class HostileLineTest {
  private static final String ASK = "{\"type\":\"time\",\"t0\":1}";

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

  private static RawScreen open() throws IOException {
    return new RawScreen(node.port());
  }

  @Test
  void a_message_in_pieces_is_one_message_with_pings_in_between() throws IOException {
    try (RawScreen screen = open()) {
      screen.send(RawScreen.TEXT, ASK.substring(0, 5).getBytes(UTF_8));
      screen.send(RawScreen.WHOLE | RawScreen.PING, "there?".getBytes(UTF_8));
      screen.send(RawScreen.CONTINUATION, new byte[0]);
      screen.send(RawScreen.WHOLE | RawScreen.CONTINUATION, ASK.substring(5).getBytes(UTF_8));

      assertThat(screen.next(RawScreen.PONG).text()).isEqualTo("there?");
      assertThat(screen.next(RawScreen.TEXT).text()).contains("\"t0\":1");
    }
  }

  @Test
  void pieces_that_would_never_end_are_too_big() throws IOException {
    try (RawScreen screen = open()) {
      screen.send(RawScreen.TEXT, new byte[9_000]);
      screen.send(RawScreen.CONTINUATION, new byte[9_000]);
      assertThat(screen.next(RawScreen.CLOSE).code()).isEqualTo(1009);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0x82, 1008", // binary
    "0x80, 1002", // the end of what has not begun
    "0xC1, 1002", // an extension that nobody agreed on
    "0x83, 1002", // a kind that there is none of
    "0x09, 1002" // a ping in pieces
  })
  void a_frame_that_may_not_be_closes_the_line_with_a_reason(String first, int code)
      throws IOException {
    try (RawScreen screen = open()) {
      screen.send(Integer.decode(first), "{}".getBytes(UTF_8));
      RawScreen.Frame close = screen.next(RawScreen.CLOSE);
      assertThat(close.code()).isEqualTo(code);
      assertThat(close.text().substring(2)).isNotBlank();
    }
  }

  @Test
  void a_frame_without_a_mask_closes_the_line() throws IOException {
    try (RawScreen screen = open()) {
      screen.sendUnmasked(RawScreen.WHOLE | RawScreen.TEXT, ASK.getBytes(UTF_8));
      assertThat(screen.next(RawScreen.CLOSE).code()).isEqualTo(1002);
    }
  }

  @Test
  void bytes_that_are_no_utf_8_close_the_line() throws IOException {
    try (RawScreen screen = open()) {
      byte[] latin = "{\"type\":\"health\",\"line\":\"é\"}".getBytes(ISO_8859_1);
      screen.send(RawScreen.WHOLE | RawScreen.TEXT, latin);
      assertThat(screen.next(RawScreen.CLOSE).code()).isEqualTo(1008);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1000, 1001, 4000})
  void who_closes_is_answered_with_the_same_code_and_then_the_connection_ends(int code)
      throws IOException {
    try (RawScreen screen = open()) {
      screen.send(
          RawScreen.WHOLE | RawScreen.CLOSE, ByteBuffer.allocate(2).putShort((short) code).array());
      assertThat(screen.next(RawScreen.CLOSE).code()).isEqualTo(code);
      assertThat(screen.untilEnd()).isEmpty();
    }
  }

  @Test
  void a_line_that_was_refused_ends_when_it_is_answered_and_says_nothing_before()
      throws IOException {
    try (RawScreen screen = open()) {
      screen.say("{").say(ASK);
      assertThat(screen.next(RawScreen.CLOSE).code()).isEqualTo(1008);
      screen.send(RawScreen.WHOLE | RawScreen.CLOSE, new byte[0]);
      assertThat(screen.untilEnd()).isEmpty();
    }
  }

  @Test
  void who_is_cut_off_in_mid_message_is_forgotten_and_harms_nobody() throws IOException {
    try (RawScreen cut = open()) {
      cut.say("{\"type\":\"subscribe\",\"topics\":[\"*\"],\"screen\":\"cut\"}");
      cut.next(RawScreen.TEXT);
      cut.send(RawScreen.TEXT, new byte[100]);
    }
    try (RawScreen neighbour = open()) {
      assertThat(neighbour.say(ASK).next(RawScreen.TEXT).text()).contains("\"t0\":1");
    }
  }
}
