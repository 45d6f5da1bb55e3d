package org.callboard.browser;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A line to a server that can be cut as a dead spot cuts it: what is open ends, and nothing new
 * comes through until it is mended. It can also lose answers alone, after the server has heard.
 */
final class CuttableLine implements AutoCloseable {
  private final ServerSocket listening;
  private final int port;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private volatile boolean isCut;
  private volatile boolean losesAnswers;

  CuttableLine(int port) throws IOException {
    this.port = port;
    this.listening = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
    start(this::accept);
  }

  String url(String path) {
    return "http://127.0.0.1:" + listening.getLocalPort() + path;
  }

  void cut() {
    isCut = true;
    open.forEach(CuttableLine::end);
  }

  void mend() {
    losesAnswers = false;
    isCut = false;
  }

  /** From here requests arrive, and answers do not. */
  void loseAnswers() {
    losesAnswers = true;
  }

  private void accept() {
    while (!listening.isClosed()) {
      try {
        join(listening.accept());
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void join(Socket phone) throws IOException {
    if (isCut) {
      end(phone);
      return;
    }
    Socket server = new Socket("127.0.0.1", port);
    open.add(phone);
    open.add(server);
    start(() -> pump(phone, server, false));
    start(() -> pump(server, phone, true));
  }

  private void pump(Socket from, Socket to, boolean isAnswer) {
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      byte[] buffer = new byte[8_192];
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        if (isAnswer && losesAnswers) {
          return;
        }
        out.write(buffer, 0, count);
        out.flush();
      }
    } catch (IOException ended) {
      // the other end has gone, or the line was cut
    } finally {
      open.remove(from);
      open.remove(to);
    }
  }

  private static void end(Socket socket) {
    try {
      socket.setSoLinger(true, 0);
      socket.close();
    } catch (IOException gone) {
      // it has ended
    }
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "line");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    listening.close();
    cut();
  }
}
