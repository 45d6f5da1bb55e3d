package org.callboard.cluster;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A line in front of a port that a test can cut or slow down. What is on its way in a cut direction
 * is held, not lost, as TCP would send it again once the line is back; a dead line resets whoever
 * is on it.
 */
public final class Relay implements AutoCloseable {
  /** In which way a line is cut: as seen by those who connect. */
  public enum Direction {
    THERE,
    BACK
  }

  private static final int BUFFER_BYTES = 16 * 1024;

  private final ServerSocket entry;
  private volatile int target;
  private final Set<Direction> held = ConcurrentHashMap.newKeySet();
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private volatile boolean isDead;
  private volatile long delayMillis;

  /** A line to a port of this machine. */
  public Relay(int target) {
    this.target = target;
    try {
      this.entry = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    daemon(this::accept);
  }

  public int port() {
    return entry.getLocalPort();
  }

  /** Leads whoever connects from now on elsewhere. */
  public void turnTo(int port) {
    target = port;
  }

  /** Holds what goes in a direction. */
  public void hold(Direction direction) {
    held.add(direction);
  }

  /** Lets everything arrive later by some time, in both directions. */
  public void slow(Duration delay) {
    delayMillis = delay.toMillis();
  }

  /** Ends everybody's connection, and every new one at once. */
  public void die() {
    isDead = true;
    sockets.forEach(Relay::quietly);
  }

  /** As at first; what was held goes on. */
  public void heal() {
    isDead = false;
    delayMillis = 0;
    synchronized (held) {
      held.clear();
      held.notifyAll();
    }
  }

  private void accept() {
    while (!entry.isClosed()) {
      try {
        Socket client = entry.accept();
        sockets.add(client);
        daemon(() -> connect(client));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void connect(Socket client) {
    try {
      if (isDead) {
        client.setSoLinger(true, 0);
        throw new IOException("dead");
      }
      Socket server = new Socket(InetAddress.getByName("127.0.0.1"), target);
      sockets.add(server);
      client.setTcpNoDelay(true);
      server.setTcpNoDelay(true);
      daemon(() -> copy(client, server, Direction.THERE));
      copy(server, client, Direction.BACK);
    } catch (IOException gone) {
      end(client);
    }
  }

  private void copy(Socket from, Socket to, Direction direction) {
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      byte[] buffer = new byte[BUFFER_BYTES];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        Thread.sleep(delayMillis);
        awaitOpen(direction);
        out.write(buffer, 0, read);
      }
      awaitOpen(direction);
    } catch (IOException | InterruptedException gone) {
      // Whoever is on the other end is told by the close.
    }
    end(from);
    end(to);
  }

  private void awaitOpen(Direction direction) throws InterruptedException {
    synchronized (held) {
      while (held.contains(direction)) {
        held.wait();
      }
    }
  }

  private void end(Socket socket) {
    sockets.remove(socket);
    quietly(socket);
  }

  private static void quietly(Socket socket) {
    try {
      socket.close();
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  private static void daemon(Runnable work) {
    Thread thread = new Thread(work, "relay");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() {
    try {
      entry.close();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    die();
    heal();
  }
}
