package org.callboard.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocket13FrameEncoder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A text on the wire is what Netty's own encoder makes of it, for every socket alike. */
class WireTextTest {

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 125, 126, 1_024, 1_025, 65_535, 65_536, 300_000})
  void a_text_of_any_length_is_one_whole_message(int length) {
    String text = "é".repeat(length / 2) + "x".repeat(length % 2);

    assertThat(bytes(WireText.forMany(text))).isEqualTo(byNetty(text));
    assertThat(bytes(WireText.forOne(text))).isEqualTo(byNetty(text));
  }

  /** An encoder that was handed one frame for two sockets gave the second an empty one. */
  @ParameterizedTest
  @ValueSource(ints = {100, 1_024, 2_000})
  void what_one_socket_has_read_the_next_reads_again(int length) {
    WireText text = WireText.forMany("x".repeat(length));
    ByteBuf first = text.bytes();
    byte[] read = ByteBufUtil.getBytes(first.readBytes(first.readableBytes()));
    first.release();

    assertThat(bytes(text)).isEqualTo(read);
  }

  private static byte[] bytes(WireText text) {
    return ByteBufUtil.getBytes(text.bytes());
  }

  private static byte[] byNetty(String text) {
    EmbeddedChannel encoder = new EmbeddedChannel(new WebSocket13FrameEncoder(false));
    encoder.writeOutbound(new TextWebSocketFrame(text));
    ByteBuf all = Unpooled.buffer();
    for (ByteBuf part = encoder.readOutbound(); part != null; part = encoder.readOutbound()) {
      all.writeBytes(part);
      part.release();
    }
    return ByteBufUtil.getBytes(all);
  }
}
