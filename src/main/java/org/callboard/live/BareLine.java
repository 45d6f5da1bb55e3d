package org.callboard.live;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.ContinuationWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocket13FrameDecoder;
import io.netty.handler.codec.http.websocketx.WebSocket13FrameEncoder;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.handler.codec.http.websocketx.extensions.WebSocketExtensionEncoder;
import io.netty.handler.timeout.IdleStateEvent;
import io.netty.util.ReferenceCountUtil;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.internal.ContextInternal;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.core.net.impl.VertxHandler;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A line that speaks RFC 6455 by itself after the handshake, between Netty's codec and the channel.
 * It stands where Vert.x had its handler, which copies every text for every socket and keeps ten
 * times the memory. This is the only class that knows what Vert.x's pipeline looks like; where it
 * looks otherwise there is no such line.
 */
final class BareLine extends ChannelInboundHandlerAdapter implements Line {
  private static final WriteBufferWaterMark WRITE_QUEUE =
      new WriteBufferWaterMark(WRITE_QUEUE_BYTES / 2, WRITE_QUEUE_BYTES);
  private static final int NORMAL = 1000;

  /** How long the other side has to answer that the line is to be closed. */
  private static final long CLOSING_SECONDS = 10;

  private final ContextInternal context;
  private final Listener listener;
  private ChannelHandlerContext pipe;
  private Outlet outlet;
  private ByteBuf parts = Unpooled.EMPTY_BUFFER;
  private boolean isClosing;
  private boolean isReading;
  private boolean isGone;

  private BareLine(ContextInternal context, Listener listener) {
    this.context = context;
    this.listener = listener;
  }

  /** Takes the place of Vert.x's handler; empty where its pipeline is not what is known here. */
  static Optional<Line> of(HttpConnection connection, Listener listener) {
    ContextInternal context = ContextInternal.current();
    if (context != null && connection instanceof ConnectionBase known && isKnown(known.channel())) {
      BareLine line = new BareLine(context.unwrap(), listener);
      ChannelPipeline pipeline = known.channel().pipeline();
      pipeline.replace(pipeline.last(), "live", line);
      return Optional.of(line);
    }
    return Optional.empty();
  }

  private static boolean isKnown(Channel channel) {
    ChannelPipeline pipeline = channel.pipeline();
    return channel.eventLoop().inEventLoop()
        && pipeline.last() instanceof VertxHandler
        && pipeline.get(WebSocket13FrameDecoder.class) != null
        && pipeline.get(WebSocket13FrameEncoder.class) != null
        && pipeline.get(WebSocketExtensionEncoder.class) == null;
  }

  @Override
  public void handlerAdded(ChannelHandlerContext added) {
    pipe = added;
    outlet = new Outlet(added);
    pipe.channel().config().setWriteBufferWaterMark(WRITE_QUEUE).setAutoRead(true);
  }

  @Override
  public boolean isOpen() {
    return !isClosing && pipe.channel().isActive();
  }

  @Override
  public boolean isReady() {
    return isOpen() && pipe.channel().isWritable();
  }

  @Override
  public void write(WireText text) {
    outlet.write(text);
  }

  /** Answers to what is being read leave together when it has been. */
  @Override
  public void flush() {
    if (!isReading) {
      outlet.flush();
    }
  }

  @Override
  public Future<Void> close(int code, String reason) {
    Channel channel = pipe.channel();
    if (isOpen()) {
      isClosing = true;
      drop();
      outlet.writeAndFlush(new CloseWebSocketFrame(code, reason));
      var patience =
          pipe.executor().schedule(() -> channel.close(), CLOSING_SECONDS, TimeUnit.SECONDS);
      channel.closeFuture().addListener(done -> patience.cancel(false));
    }
    Promise<Void> closed = Promise.promise();
    channel.closeFuture().addListener(done -> closed.complete());
    return closed.future();
  }

  @Override
  public void channelRead(ChannelHandlerContext from, Object message) {
    isReading = true;
    try {
      if (message instanceof CloseWebSocketFrame close) {
        end(close);
      } else if (message instanceof WebSocketFrame frame && !isClosing) {
        hear(frame);
      }
    } finally {
      ReferenceCountUtil.release(message);
    }
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext from) {
    isReading = false;
    outlet.flush();
  }

  /**
   * The other side closes, and is answered with its code (RFC 6455 §5.5.1), after which it may
   * count on being gone; or it has answered.
   */
  private void end(CloseWebSocketFrame close) {
    if (isClosing) {
      pipe.close();
    } else {
      isClosing = true;
      drop();
      leave();
      int code = close.statusCode() < 0 ? NORMAL : close.statusCode();
      outlet.writeAndFlush(new CloseWebSocketFrame(code, "")).addListener(done -> pipe.close());
    }
  }

  private void hear(WebSocketFrame frame) {
    if (frame instanceof PingWebSocketFrame) {
      answer(frame);
    } else if (frame instanceof BinaryWebSocketFrame) {
      close(POLICY_VIOLATION, BINARY);
    } else if (frame instanceof TextWebSocketFrame || frame instanceof ContinuationWebSocketFrame) {
      gather(frame);
    }
  }

  /** Who does not read is not answered, so that pings cost no memory; the next may be (§5.5.3). */
  private void answer(WebSocketFrame ping) {
    if (isReady()) {
      outlet.writeAndFlush(new PongWebSocketFrame(ping.content().retain()));
    }
  }

  private void gather(WebSocketFrame frame) {
    if (parts.readableBytes() + frame.content().readableBytes() > LONGEST_MESSAGE) {
      close(TOO_BIG, "a message is at most " + LONGEST_MESSAGE + " bytes");
    } else if (!frame.isFinalFragment()) {
      keep(frame.content());
    } else if (parts.isReadable()) {
      keep(frame.content());
      ByteBuf whole = parts;
      parts = Unpooled.EMPTY_BUFFER;
      tell(whole);
      whole.release();
    } else {
      tell(frame.content());
    }
  }

  private void keep(ByteBuf part) {
    parts = parts == Unpooled.EMPTY_BUFFER ? pipe.alloc().heapBuffer(part.readableBytes()) : parts;
    parts.writeBytes(part);
  }

  private void tell(ByteBuf message) {
    if (ByteBufUtil.isText(message, StandardCharsets.UTF_8)) {
      String text = message.toString(StandardCharsets.UTF_8);
      context.dispatch(() -> listener.heard(text));
    } else {
      close(POLICY_VIOLATION, "messages are UTF-8");
    }
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext changed) {
    if (isReady()) {
      context.dispatch(listener::drained);
    }
  }

  /** A line on which nothing has gone either way for long is dead. */
  @Override
  public void userEventTriggered(ChannelHandlerContext from, Object event) {
    if (event instanceof IdleStateEvent && !outlet.hasWritten()) {
      pipe.close();
    }
    ReferenceCountUtil.release(event);
  }

  /** Netty's decoder names the code for a frame that it does not take. */
  @Override
  public void exceptionCaught(ChannelHandlerContext from, Throwable broken) {
    if (broken instanceof CorruptedWebSocketFrameException frame) {
      close(frame.closeStatus().code(), BROKEN);
    } else {
      pipe.close();
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext from) {
    isClosing = true;
    drop();
    leave();
  }

  private void leave() {
    if (!isGone) {
      isGone = true;
      context.dispatch(listener::gone);
    }
  }

  private void drop() {
    parts.release();
    parts = Unpooled.EMPTY_BUFFER;
  }
}
