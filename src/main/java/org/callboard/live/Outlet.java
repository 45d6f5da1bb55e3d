package org.callboard.live;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.nio.AbstractNioChannel;
import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.util.Optional;

/**
 * The way out of a line. A single text for a socket that holds nothing back goes to the kernel at
 * once: Netty's pipeline, buffer and promise would cost about as much as the writing itself. All
 * else, and what the kernel does not take, goes through Netty, which waits for the socket.
 */
final class Outlet {
  private final ChannelHandlerContext pipe;
  private final Optional<SocketChannel> socket;
  private WireText single; // null where nothing waits for the flush, or Netty has it
  private boolean hasWritten;

  Outlet(ChannelHandlerContext pipe) {
    this.pipe = pipe;
    this.socket = socketOf(pipe);
  }

  private static Optional<SocketChannel> socketOf(ChannelHandlerContext pipe) {
    return pipe.channel().unsafe() instanceof AbstractNioChannel.NioUnsafe unsafe
            && unsafe.ch() instanceof SocketChannel plain
        ? Optional.of(plain)
        : Optional.empty();
  }

  void write(WireText text) {
    if (single == null && isEmpty()) {
      single = text;
    } else {
      handOver();
      pipe.write(text.bytes());
    }
  }

  /** Whether all that was written before has gone to the kernel. */
  private boolean isEmpty() {
    ChannelOutboundBuffer waiting = pipe.channel().unsafe().outboundBuffer();
    return socket.isPresent() && waiting != null && waiting.totalPendingWriteBytes() == 0;
  }

  private void handOver() {
    if (single != null) {
      WireText text = single;
      single = null;
      pipe.write(text.bytes());
    }
  }

  void flush() {
    if (single == null) {
      pipe.flush();
    } else {
      WireText text = single;
      single = null;
      send(text.bytes());
    }
  }

  private void send(ByteBuf bytes) {
    try {
      hasWritten |= bytes.readBytes(socket.orElseThrow(), bytes.readableBytes()) > 0;
      if (bytes.isReadable()) {
        pipe.writeAndFlush(bytes);
      }
    } catch (IOException gone) {
      pipe.close();
    }
  }

  /** Writes a frame, which Netty encodes, after all that was written before. */
  ChannelFuture writeAndFlush(Object frame) {
    handOver();
    return pipe.writeAndFlush(frame);
  }

  /** Whether something has gone out past Netty, which cannot know of it, since this was asked. */
  boolean hasWritten() {
    boolean had = hasWritten;
    hasWritten = false;
    return had;
  }
}
