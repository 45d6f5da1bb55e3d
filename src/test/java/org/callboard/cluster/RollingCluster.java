package org.callboard.cluster;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.callboard.store.TestPostgres;

/** Two nodes at ports that they keep, on a database behind a line that can be cut. */
final class RollingCluster implements AutoCloseable {
  private final String database = TestPostgres.freshUrl();
  private final Relay line;
  private final List<RollingNode> nodes;

  /** A cluster of which no node runs yet. */
  RollingCluster() {
    URI place = URI.create(database.substring("jdbc:".length()));
    line = new Relay(place.getPort());
    List<Integer> ports = TestCluster.freePorts(6);
    String members = "127.0.0.1:" + ports.get(2) + ",127.0.0.1:" + ports.get(3);
    nodes =
        IntStream.range(0, 2)
            .mapToObj(
                i ->
                    new RollingNode(
                        ports.get(i),
                        Map.of(
                            "CALLBOARD_DATABASE",
                            database.replaceFirst("localhost:\\d+", "127.0.0.1:" + line.port()),
                            "CALLBOARD_CLUSTER_PORT",
                            "" + ports.get(2 + i),
                            "CALLBOARD_CLUSTER_BUSPORT",
                            "" + ports.get(4 + i),
                            "CALLBOARD_CLUSTER_MEMBERS",
                            members)))
            .toList();
  }

  RollingNode node(int number) {
    return nodes.get(number);
  }

  List<Integer> ports() {
    return nodes.stream().map(RollingNode::port).toList();
  }

  /** The database itself, past its line. */
  String database() {
    return database;
  }

  /** No node reaches the database until it is back. */
  void loseDatabase() {
    line.die();
  }

  void findDatabase() {
    line.heal();
  }

  @Override
  public void close() {
    nodes.forEach(RollingNode::close);
    line.close();
  }
}
