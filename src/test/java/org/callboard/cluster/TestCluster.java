package org.callboard.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.callboard.app.ChildServer;
import org.callboard.app.Main;
import org.callboard.store.TestPostgres;

/** Nodes of one cluster, each a process of its own, on a real PostgreSQL database. */
public final class TestCluster implements AutoCloseable {
  private static final Path LOGS = Path.of("target", "cluster-logs");

  private final String database;
  private final List<Integer> ports;
  private final List<ChildServer> started = new ArrayList<>();

  /**
   * A cluster of which no node runs yet.
   *
   * @param size how many nodes know of each other
   */
  public TestCluster(int size) {
    this.database = TestPostgres.freshUrl();
    this.ports = freePorts(size);
  }

  public String database() {
    return database;
  }

  /** Starts the node of a number, from 0. */
  public ChildServer start(int number) {
    return start(number, Map.of());
  }

  /** Starts it with more environment. */
  public ChildServer start(int number, Map<String, String> more) {
    Map<String, String> environment = new HashMap<>();
    environment.put("CALLBOARD_DATABASE", database);
    environment.put("CALLBOARD_CLUSTER_PORT", ports.get(number).toString());
    environment.put(
        "CALLBOARD_CLUSTER_MEMBERS",
        String.join(",", ports.stream().map(port -> "127.0.0.1:" + port).toList()));
    environment.putAll(more);
    List<String> arguments = List.of("--cluster", "--at", "2017-11-17T10:50");
    try {
      Files.createDirectories(LOGS);
      Path log = Files.createTempFile(LOGS, "node-" + number + "-", ".log");
      ChildServer node =
          ChildServer.start(
              Main.class, environment, arguments, ProcessBuilder.Redirect.to(log.toFile()));
      started.add(node);
      return node;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Ports that are free now; each is only held while all are looked for. */
  static List<Integer> freePorts(int count) {
    List<ServerSocket> held = new ArrayList<>();
    try {
      for (int i = 0; i < count; i++) {
        held.add(new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1")));
      }
      List<Integer> ports = held.stream().map(ServerSocket::getLocalPort).toList();
      for (ServerSocket each : held) {
        each.close();
      }
      return ports;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  @Override
  public void close() {
    started.forEach(ChildServer::terminate);
    started.forEach(ChildServer::close);
  }
}
