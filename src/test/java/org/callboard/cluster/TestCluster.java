package org.callboard.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.callboard.app.ChildServer;
import org.callboard.app.Main;
import org.callboard.store.TestPostgres;

/**
 * Nodes of one cluster, each a process of its own, on a real PostgreSQL database. Every line
 * between two nodes, and from each to the database, is a relay that can be cut.
 */
public final class TestCluster implements AutoCloseable {
  private static final Path LOGS = Path.of("target", "cluster-logs");
  private static final int LOWEST_PORT = 20_000;
  private static final int LOWEST_GIVEN_PORT = 32_768;
  private static final Pattern DATABASE_PORT = Pattern.compile("localhost:(\\d+)");

  private final String database;
  private final List<Lines> lines;
  private final Map<Integer, ChildServer> nodes = new ConcurrentHashMap<>();

  /** The ports and lines of one node. */
  private record Lines(int port, int busPort, Relay member, Relay bus, Relay database) {}

  /**
   * A cluster of which no node runs yet.
   *
   * @param size how many nodes know of each other
   */
  public TestCluster(int size) {
    this(size, TestPostgres.freshUrl());
  }

  /** The same on a database that the test keeps. */
  public TestCluster(int size, String database) {
    this.database = database;
    List<Integer> ports = freePorts(2 * size);
    int databasePort = databasePort(database);
    this.lines =
        IntStream.range(0, size)
            .mapToObj(i -> lines(ports.get(2 * i), ports.get(2 * i + 1), databasePort))
            .toList();
  }

  private static Lines lines(int port, int busPort, int databasePort) {
    return new Lines(port, busPort, new Relay(port), new Relay(busPort), new Relay(databasePort));
  }

  /** The database itself, past every line. */
  public String database() {
    return database;
  }

  /** The node of a number that was started last. */
  public ChildServer node(int number) {
    return nodes.get(number);
  }

  /** Starts the node of a number, from 0. */
  public ChildServer start(int number) {
    return start(number, Main.class, Map.of());
  }

  /** Starts it by another main class, with more environment. */
  public ChildServer start(int number, Class<?> main, Map<String, String> more) {
    Map<String, String> environment = environment(lines.get(number));
    environment.putAll(more);
    List<String> arguments = List.of("--cluster", "--at", "2017-11-17T10:50");
    try {
      Files.createDirectories(LOGS);
      Path log = Files.createTempFile(LOGS, "node-" + number + "-", ".log");
      ChildServer node =
          ChildServer.start(main, environment, arguments, ProcessBuilder.Redirect.to(log.toFile()));
      nodes.put(number, node);
      return node;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private Map<String, String> environment(Lines own) {
    Map<String, String> environment = new HashMap<>();
    environment.put(
        "CALLBOARD_DATABASE",
        database.replaceFirst("localhost:\\d+", "127.0.0.1:" + own.database().port()));
    environment.put("CALLBOARD_CLUSTER_PORT", String.valueOf(own.port()));
    environment.put("CALLBOARD_CLUSTER_BUSPORT", String.valueOf(own.busPort()));
    environment.put("CALLBOARD_CLUSTER_PUBLICADDRESS", "127.0.0.1:" + own.member().port());
    environment.put("CALLBOARD_CLUSTER_PUBLICBUSADDRESS", "127.0.0.1:" + own.bus().port());
    environment.put(
        "CALLBOARD_CLUSTER_MEMBERS",
        String.join(",", lines.stream().map(each -> "127.0.0.1:" + each.member().port()).toList()));
    return environment;
  }

  /** Holds what a node says to the other, of two; what comes back still comes. */
  public void cutFrom(int number) {
    Lines own = lines.get(number);
    Lines other = lines.get(1 - number);
    own.member().hold(Relay.Direction.BACK);
    own.bus().hold(Relay.Direction.BACK);
    other.member().hold(Relay.Direction.THERE);
    other.bus().hold(Relay.Direction.THERE);
  }

  /** Cuts a node off the database: its connections end, and no new one can be made. */
  public void cutDatabaseFrom(int number) {
    lines.get(number).database().die();
  }

  /** Holds whatever a node and the database say to each other; their connections stay open. */
  public void holdDatabaseFrom(int number) {
    lines.get(number).database().hold(Relay.Direction.THERE);
    lines.get(number).database().hold(Relay.Direction.BACK);
  }

  /** Makes the line from a node to the database slow. */
  public void slowDatabaseFrom(int number, Duration delay) {
    lines.get(number).database().slow(delay);
  }

  /** Makes every line between nodes slow. */
  public void slowNodes(Duration delay) {
    for (Lines each : lines) {
      each.member().slow(delay);
      each.bus().slow(delay);
    }
  }

  /** All lines are whole again. */
  public void heal() {
    healDatabase();
    for (Lines each : lines) {
      each.member().heal();
      each.bus().heal();
    }
  }

  /** The lines to the database are whole again; those between nodes stay as they are. */
  public void healDatabase() {
    lines.forEach(each -> each.database().heal());
  }

  private static int databasePort(String url) {
    Matcher port = DATABASE_PORT.matcher(url);
    if (!port.find()) {
      throw new AssertionError("The test database is not on this machine: " + url);
    }
    return Integer.parseInt(port.group(1));
  }

  /**
   * Ports that are free now, below those that a system gives to whoever asks for any: nobody else
   * comes to one of them before its node starts, or while that is down.
   */
  static List<Integer> freePorts(int count) {
    return new Random()
        .ints(LOWEST_PORT, LOWEST_GIVEN_PORT)
        .distinct()
        .filter(TestCluster::isFree)
        .limit(count)
        .boxed()
        .toList();
  }

  private static boolean isFree(int port) {
    try {
      new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1")).close();
      return true;
    } catch (IOException taken) {
      return false;
    }
  }

  @Override
  public void close() {
    heal();
    nodes.values().forEach(ChildServer::terminate);
    nodes.values().forEach(ChildServer::close);
    for (Lines each : lines) {
      each.member().close();
      each.bus().close();
      each.database().close();
    }
  }
}
