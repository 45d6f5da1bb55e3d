package org.callboard.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.callboard.api.Organiser;
import org.callboard.app.ChildServer;
import org.callboard.app.SkewedServer;
import org.callboard.app.TestNode;
import org.callboard.journal.Entry;
import org.callboard.journal.JdbcJournal;
import org.callboard.store.Database;
import org.callboard.store.TestPostgres;

/**
 * Nodes under the real clock, each with a wall clock of its own, that share a database, a watched
 * file and one who receives what they send and counts it.
 */
final class OnceCluster implements AutoCloseable {
  private final String url = TestPostgres.freshUrl();
  private final Database database = Database.open(url);
  private final List<Integer> ports;
  private final Map<Integer, ChildServer> nodes = new HashMap<>();
  private final Path folder;
  private final Path programme;
  private final HttpServer receiver;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Semaphore mayAnswer = new Semaphore(0);
  private final AtomicInteger under = new AtomicInteger();

  /** Whether the receiver takes a message and does not answer yet. */
  volatile boolean isHolding;

  /** The ids of the messages that came in, each time that one did. */
  final List<String> received = new CopyOnWriteArrayList<>();

  /** Those that came in while the receiver held its answers. */
  final BlockingQueue<String> held = new LinkedBlockingQueue<>();

  /** How many were under way at once, at most. */
  final AtomicInteger mostAtOnce = new AtomicInteger();

  OnceCluster(int size) {
    ports = TestCluster.freePorts(size);
    try {
      folder = Files.createTempDirectory("callboard-once-");
      programme = folder.resolve("programme.md");
      Files.copy(Path.of("config", "programme.md"), programme);
      receiver = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    receiver.createContext("/hook", this::receive);
    receiver.setExecutor(threads);
    receiver.start();
  }

  private void receive(HttpExchange exchange) throws IOException {
    exchange.getRequestBody().readAllBytes();
    String id = exchange.getRequestHeaders().getFirst("webhook-id");
    received.add(id);
    mostAtOnce.accumulateAndGet(under.incrementAndGet(), Math::max);
    if (isHolding) {
      held.add(id);
      mayAnswer.acquireUninterruptibly();
    }
    under.decrementAndGet(); // before the answer, after which the next may come
    exchange.sendResponseHeaders(204, -1);
    exchange.close();
  }

  /** What is held is answered, though whoever asked may be gone; what comes is answered at once. */
  void answer() {
    isHolding = false;
    mayAnswer.release(held.size());
    held.clear();
  }

  /** Starts the node of a number, whose clock is ahead by so much. */
  Organiser start(int number, Duration ahead) {
    Map<String, String> environment = new HashMap<>();
    environment.put("CALLBOARD_DATABASE", url);
    environment.put("CALLBOARD_CLUSTER_PORT", String.valueOf(ports.get(number)));
    environment.put(
        "CALLBOARD_CLUSTER_MEMBERS",
        ports.stream().map(port -> "127.0.0.1:" + port).collect(Collectors.joining(",")));
    environment.put("CALLBOARD_WATCH_URL", programme.toString());
    environment.put("CALLBOARD_WATCH_EVERYSECONDS", "1");
    environment.put("CALLBOARD_WATCH_TAKE", "auto");
    environment.put(SkewedServer.SKEW_SECONDS, String.valueOf(ahead.toSeconds()));
    try {
      Path log = Files.createTempFile(folder, "node-" + number + "-", ".log");
      ChildServer node =
          ChildServer.start(
              SkewedServer.class,
              environment,
              List.of("--cluster"),
              ProcessBuilder.Redirect.to(log.toFile()));
      synchronized (nodes) {
        nodes.put(number, node);
      }
      return Organiser.login(node.url(), "organiser", TestNode.PASSWORD);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  ChildServer node(int number) {
    return nodes.get(number);
  }

  /** Has the nodes tell the receiver of what comes from now on; the id of the target. */
  String tell(Organiser admin) {
    String hook = "http://127.0.0.1:" + receiver.getAddress().getPort() + "/hook";
    return admin
        .post("/api/webhooks", "{\"label\":\"Receiver\",\"url\":\"" + hook + "\"}")
        .json()
        .getString("id");
  }

  /** Who holds a claim; empty where nobody does. */
  String owner(String claim) {
    try (Connection connection = database.source().getConnection();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("select owner from claim where name = '" + claim + "'")) {
      return row.next() ? row.getString(1) : "";
    } catch (SQLException failed) {
      throw new AssertionError(failed);
    }
  }

  /** The whole second, as an organiser gives it, that comes after a while. */
  static Instant secondAfter(long millis) {
    return Instant.now().plusMillis(millis + 999).truncatedTo(ChronoUnit.SECONDS);
  }

  /** A room's status that is to change at an instant; the id of what waits. */
  static String schedule(Organiser organiser, String status, Instant due) {
    Organiser.Answer answer =
        organiser.change(
            "{'type':'room','room':'scala','status':'" + status + "','due':'" + due + "'}");
    assertThat(answer.status()).as(answer.json().encode()).isEqualTo(201);
    return "p" + answer.revision();
  }

  /** Puts a new edition where the nodes look. */
  void edit(String before, String after) {
    try {
      Path draft = folder.resolve("draft.md");
      Files.writeString(draft, Files.readString(programme).replace(before, after));
      Files.move(draft, programme, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  List<Entry> entries() {
    return new JdbcJournal(database).read(0, 100_000);
  }

  /** The entries that say that a change which waited was made. */
  List<Entry> made(String pending) {
    return entries().stream()
        .filter(entry -> entry.change().contains("\"scheduled\":\"" + pending + "\""))
        .toList();
  }

  /** How many editions were imported after the first. */
  long imports() {
    return entries().stream()
        .skip(1)
        .filter(entry -> entry.change().contains("\"import\""))
        .count();
  }

  @Override
  public void close() {
    answer();
    nodes.values().forEach(ChildServer::terminate);
    nodes.values().forEach(ChildServer::close);
    receiver.stop(0);
    threads.shutdownNow();
    database.close();
  }
}
