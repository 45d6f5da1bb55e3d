package org.callboard.app;

import io.vertx.core.Future;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.callboard.agenda.Step;
import org.callboard.api.WebSettings;
import org.callboard.clock.EventClock;
import org.callboard.clock.EventTime;
import org.callboard.clock.Moment;
import org.callboard.desk.FirstEdition;
import org.callboard.desk.Replica;
import org.callboard.journal.Entry;
import org.callboard.journal.HeadMoved;
import org.callboard.journal.JdbcJournal;
import org.callboard.live.SelfTestResult;
import org.callboard.programme.Programme;
import org.callboard.store.Database;

/**
 * A real node on a port that the system picked, with a real database file, for tests. Its first
 * account is {@code organiser} with {@link #PASSWORD}.
 */
public final class TestNode implements AutoCloseable {
  public static final Moment.Source SYSTEM = () -> new Moment(Instant.now(), System.nanoTime());
  public static final String PASSWORD = "a password for tests";
  private static final long PATIENCE_SECONDS = 30;

  /** It tests itself only when it is asked to, however slow a test is. */
  private static final Duration NEVER = Duration.ofDays(1);

  private final Node node;
  private final Optional<Path> folder;

  private TestNode(Node node, Optional<Path> folder) {
    this.node = node;
    this.folder = folder;
  }

  /** A node that rehearses a programme from an instant. */
  public static TestNode rehearsing(Programme programme, Instant at, double speed) {
    return on(programme, EventClock.rehearsal(at, speed, SYSTEM.now()), SYSTEM, 0);
  }

  /** A node that rehearses a day that has changed by a step, from an instant. */
  public static TestNode rehearsing(Programme programme, Step step, Instant at, double speed) {
    Path folder = newFolder();
    String url = Database.url(folder.toString());
    EventTime time = new EventTime(EventClock.rehearsal(at, speed, SYSTEM.now()), SYSTEM);
    begin(url, programme, step, time);
    return start(url, programme, time, 0, Optional.of(folder));
  }

  private static void begin(String url, Programme programme, Step step, EventTime time) {
    Entry second =
        new Entry(
            2,
            time.moment().wall(),
            step.at(),
            "organiser",
            "",
            "{\"type\":\"change\"}",
            step.effects(),
            List.of(),
            step.publicReason(),
            Optional.empty());
    try (Database database = Database.open(url)) {
      new JdbcJournal(database).append(0, List.of(FirstEdition.entry(programme, time), second));
    } catch (HeadMoved another) {
      throw new AssertionError(another);
    }
  }

  public static TestNode on(Programme programme, EventClock clock, Moment.Source source, int port) {
    Path folder = newFolder();
    String url = Database.url(folder.toString());
    return start(url, programme, new EventTime(clock, source), port, Optional.of(folder));
  }

  /** A node on a database that the test keeps. */
  public static TestNode keeping(String database, Programme programme, EventTime time) {
    return keeping(database, programme, time, 0);
  }

  /** The same at a port, so that a page finds it again. */
  public static TestNode keeping(String database, Programme programme, EventTime time, int port) {
    return start(database, programme, time, port, Optional.empty());
  }

  /** A node all of whose requests come through a proxy of its own. */
  public static TestNode behindProxy(Programme programme, Instant at) {
    Path folder = newFolder();
    EventTime time = new EventTime(EventClock.rehearsal(at, 1, SYSTEM.now()), SYSTEM);
    WebSettings web = new WebSettings("127.0.0.1", 0, "en", "test", true, Optional.empty());
    return start(Database.url(folder.toString()), programme, time, web, Optional.of(folder));
  }

  private static TestNode start(
      String database, Programme programme, EventTime time, int port, Optional<Path> folder) {
    WebSettings web = new WebSettings("127.0.0.1", port, "en", "test", false, Optional.empty());
    return start(database, programme, time, web, folder);
  }

  private static TestNode start(
      String database,
      Programme programme,
      EventTime time,
      WebSettings web,
      Optional<Path> folder) {
    NodeSettings settings =
        new NodeSettings(
            Optional.of(programme),
            database,
            Optional.of(PASSWORD),
            time,
            web,
            50,
            100,
            Optional.empty(),
            Optional.empty(),
            NEVER);
    return new TestNode(await(Node.start(settings)), folder);
  }

  public int port() {
    return node.port();
  }

  public String url(String path) {
    return "http://127.0.0.1:" + port() + path;
  }

  /** What it answers, as {@code GET /api/event}. */
  public List<String> routes() {
    return node.routes();
  }

  /** As a termination begins. */
  public void drain() {
    node.drain();
  }

  /** Tests its way to a virtual screen now. */
  public SelfTestResult testItself() {
    return await(node.testItself());
  }

  public Replica replica() {
    return node.replica();
  }

  /** What the wall clock of the node shows. */
  public Instant wall() {
    return node.wall();
  }

  @Override
  public void close() {
    await(node.stop());
    folder.ifPresent(TestNode::remove);
  }

  private static Path newFolder() {
    try {
      return Files.createTempDirectory("callboard-test-");
    } catch (IOException unusable) {
      throw new AssertionError(unusable);
    }
  }

  private static void remove(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
      for (Path file : deepestFirst) {
        Files.deleteIfExists(file);
      }
    } catch (IOException left) {
      throw new AssertionError(left);
    }
  }

  static <T> T await(Future<T> future) {
    try {
      return future
          .toCompletionStage()
          .toCompletableFuture()
          .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (Exception failed) {
      throw new AssertionError("A node did not do as asked", failed);
    }
  }
}
