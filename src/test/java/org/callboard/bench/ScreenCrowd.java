package org.callboard.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Many screens in one thread over raw sockets: each opens the live channel, asks for the venue and
 * for its room, and comes back by the rule of the real ones (line.js) when its line has gone. Each
 * hundred has a loopback address of its own, as screens on a network have.
 */
public final class ScreenCrowd implements AutoCloseable {
  private static final long FIRST_RETRY = 1_000_000_000L;
  private static final long LONGEST_RETRY = 4_500_000_000L;
  private static final long LONGEST_CALL = 6_000_000_000L;
  private static final int OF_ONE_ADDRESS = 100;

  private final InetSocketAddress server;
  private final Selector selector;
  private final List<Member> members = new ArrayList<>();
  private final PriorityQueue<Member> waiting =
      new PriorityQueue<>(Comparator.comparingLong((Member member) -> member.callAt));
  private final Random random = new Random(5);
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(256 * 1024);
  private final AtomicInteger holding = new AtomicInteger();
  private final Thread thread;
  private volatile boolean isClosed;
  private volatile long returned = Long.MAX_VALUE;
  private volatile int failedAfterReturn;

  public ScreenCrowd(int port, int screens) throws IOException {
    server = new InetSocketAddress("127.0.0.1", port);
    selector = Selector.open();
    for (int i = 0; i < screens; i++) {
      Member member = new Member(i);
      member.callAt = System.nanoTime() + i * 500_000L; // two thousand a second at first
      members.add(member);
      waiting.add(member);
    }
    thread = new Thread(this::run, "crowd");
    thread.setDaemon(true);
    thread.start();
  }

  /** How many hold the board now. */
  public int holding() {
    return holding.get();
  }

  /** From here a line that fails is the server's fault. */
  public void serverIsBack() {
    failedAfterReturn = 0;
    returned = System.nanoTime();
  }

  public int failedAfterReturn() {
    return failedAfterReturn;
  }

  /** Milliseconds from the server's return to each screen's board, in order. */
  public long[] backAfterMillis() {
    return members.stream()
        .mapToLong(member -> (member.heldAt - returned) / 1_000_000)
        .sorted()
        .toArray();
  }

  /** Waits until all hold the board; false when they do not in time. */
  public boolean awaitAll(long millis) throws InterruptedException {
    long deadline = System.nanoTime() + millis * 1_000_000;
    while (holding.get() < members.size() && System.nanoTime() < deadline) {
      Thread.sleep(5);
    }
    return holding.get() == members.size();
  }

  private void run() {
    try {
      while (!isClosed) {
        call();
        selector.select(5);
        for (SelectionKey key : selector.selectedKeys()) {
          serve((Member) key.attachment(), key);
        }
        selector.selectedKeys().clear();
      }
    } catch (IOException broken) {
      throw new IllegalStateException(broken);
    }
  }

  private void call() {
    long now = System.nanoTime();
    while (!waiting.isEmpty() && waiting.peek().callAt <= now) {
      waiting.poll().connect(now);
    }
    while (!calls.isEmpty() && calls.peek().isOver(now)) {
      calls.poll();
    }
  }

  private final Deque<Call> calls = new ArrayDeque<>(); // in the order of their beginning

  /** One attempt, given up where it has not opened in time. */
  private final class Call {
    private final Member member;
    private final SocketChannel channel;
    private final long begun;

    Call(Member member, long begun) {
      this.member = member;
      this.channel = member.channel;
      this.begun = begun;
    }

    boolean isOver(long now) {
      if (member.channel != channel || member.isOpen) {
        return true;
      }
      if (now - begun > LONGEST_CALL) {
        member.fail();
        return true;
      }
      return false;
    }
  }

  private void serve(Member member, SelectionKey key) {
    try {
      if (key.isConnectable()) {
        member.connected(key);
      } else if (key.isReadable()) {
        member.read();
      }
    } catch (IOException gone) {
      member.fail();
    }
  }

  /** One screen. */
  private final class Member {
    private final int number;
    private SocketChannel channel;
    private long callAt;
    private long retry = FIRST_RETRY;
    private boolean isOpen;
    private boolean holds;
    private byte[] rest = new byte[0];
    private volatile long heldAt;

    Member(int number) {
      this.number = number;
    }

    void connect(long now) {
      try {
        isOpen = false;
        rest = new byte[0];
        channel = SocketChannel.open();
        channel.configureBlocking(false);
        channel.bind(new InetSocketAddress("127.0.1." + (1 + number / OF_ONE_ADDRESS), 0));
        channel.register(selector, SelectionKey.OP_CONNECT, this);
        calls.add(new Call(this, now));
        channel.connect(server);
      } catch (IOException refused) {
        fail();
      }
    }

    void connected(SelectionKey key) throws IOException {
      channel.finishConnect();
      channel.write(upgrade());
      key.interestOps(SelectionKey.OP_READ);
    }

    void fail() {
      if (holds) {
        holds = false;
        holding.decrementAndGet();
      } else if (System.nanoTime() > returned) {
        failedAfterReturn++;
      }
      try {
        channel.close();
      } catch (IOException gone) {
        // it has gone
      }
      callAt = System.nanoTime() + (long) (random.nextDouble() * retry);
      retry = Math.min(LONGEST_RETRY, retry * 2);
      waiting.add(this);
    }

    void read() throws IOException {
      buffer.clear();
      int count = channel.read(buffer);
      if (count < 0) {
        throw new IOException("closed");
      }
      if (!holds) {
        look(count);
      }
    }

    /** The venue comes before the board, so whose board has begun and ended holds both. */
    private void look(int count) throws IOException {
      byte[] all = new byte[rest.length + count];
      System.arraycopy(rest, 0, all, 0, rest.length);
      buffer.flip();
      buffer.get(all, rest.length, count);
      rest = all;
      String text = new String(all, StandardCharsets.ISO_8859_1);
      if (!isOpen && text.contains("\r\n\r\n")) {
        if (!text.startsWith("HTTP/1.1 101")) {
          throw new IOException("refused");
        }
        isOpen = true;
        channel.write(subscription());
      }
      int board = text.indexOf("{\"type\":\"board\"");
      if (board >= 0 && text.indexOf("\"frame\":", board) > 0) {
        held();
      }
    }

    private void held() {
      rest = new byte[0];
      retry = FIRST_RETRY;
      holds = true;
      heldAt = System.nanoTime();
      holding.incrementAndGet();
    }

    private ByteBuffer upgrade() {
      String upgrade =
          "GET /live HTTP/1.1\r\nHost: 127.0.0.1:"
              + server.getPort()
              + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
              + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";
      return ByteBuffer.wrap(upgrade.getBytes(StandardCharsets.US_ASCII));
    }

    /** Masked, by zeros (RFC 6455, section 5.3). */
    private ByteBuffer subscription() {
      byte[] text =
          ("{\"type\":\"subscribe\",\"topics\":[\"venue\",\"room:alcazar\"],\"role\":\"door\",\"screen\":\"Door "
                  + number
                  + "\"}")
              .getBytes(StandardCharsets.US_ASCII);
      ByteBuffer frame = ByteBuffer.allocate(6 + text.length);
      return frame.put((byte) 0x81).put((byte) (0x80 | text.length)).putInt(0).put(text).flip();
    }
  }

  @Override
  public void close() throws IOException {
    isClosed = true;
    selector.wakeup();
    try {
      thread.join(5_000);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    for (Member member : members) {
      if (member.channel != null) {
        member.channel.close();
      }
    }
    selector.close();
  }
}
