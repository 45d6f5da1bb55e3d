package org.callboard.cluster;

import io.vertx.core.net.SocketAddress;
import java.util.List;
import java.util.Optional;

/**
 * How a node takes part in a cluster.
 *
 * @param name nodes of another name are refused
 * @param secret what the nodes share; nodes of another secret are refused, and so are messages
 * @param host the address on which it listens for the other nodes, and no other
 * @param port for membership; the next free one of {@link #PORTS}
 * @param busPort for the event bus; 0 lets the system pick
 * @param members addresses or DNS names of nodes, with or without a port
 * @param publicAddress where other nodes reach {@code port}, if that is elsewhere
 * @param publicBusAddress where they reach {@code busPort}, if that is elsewhere
 * @param yaml the configuration of Hazelcast
 */
public record ClusterSettings(
    String name,
    Optional<String> secret,
    String host,
    int port,
    int busPort,
    List<String> members,
    Optional<SocketAddress> publicAddress,
    Optional<SocketAddress> publicBusAddress,
    String yaml) {
  /** How many ports from the first are tried, so that several nodes may share a machine. */
  public static final int PORTS = 10;

  public ClusterSettings {
    members = List.copyOf(members);
  }
}
