package org.callboard.cluster;

import com.hazelcast.cluster.Address;
import com.hazelcast.core.HazelcastInstance;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.eventbus.EventBusOptions;
import io.vertx.spi.cluster.hazelcast.HazelcastClusterManager;

/** A node that has joined: its Vert.x, whose event bus reaches the others, and who they are. */
public final class Membership {
  private static final long PING_MILLIS = 2_000;

  private final Vertx vertx;
  private final HazelcastClusterManager manager;
  private final ClusterSettings settings;
  private final String name;

  private Membership(Vertx vertx, HazelcastClusterManager manager, ClusterSettings settings) {
    this.vertx = vertx;
    this.manager = manager;
    this.settings = settings;
    Address address = hazelcast().getCluster().getLocalMember().getAddress();
    this.name = address.getHost() + ":" + address.getPort();
  }

  /**
   * Joins the members that can be reached, or begins a cluster where there are none. Closing the
   * Vert.x leaves it.
   */
  public static Future<Membership> join(ClusterSettings settings) {
    HazelcastClusterManager manager;
    try {
      manager = new HazelcastClusterManager(Hardened.config(settings));
    } catch (UnusableCluster unusable) {
      return Future.failedFuture(unusable);
    }
    return Vertx.builder()
        .with(new VertxOptions().setEventBusOptions(bus(settings)))
        .withClusterManager(manager)
        .buildClustered()
        .map(vertx -> new Membership(vertx, manager, settings))
        .recover(failure -> Future.failedFuture(explained(failure, settings)));
  }

  private static EventBusOptions bus(ClusterSettings settings) {
    EventBusOptions options =
        new EventBusOptions()
            .setHost(settings.host())
            .setPort(settings.busPort())
            .setClusterPublicHost(settings.host())
            .setClusterPingInterval(PING_MILLIS)
            .setClusterPingReplyInterval(PING_MILLIS);
    settings
        .publicBusAddress()
        .ifPresent(at -> options.setClusterPublicHost(at.host()).setClusterPublicPort(at.port()));
    return options;
  }

  private static UnusableCluster explained(Throwable failure, ClusterSettings settings) {
    return new UnusableCluster(
        "the node cannot join: "
            + failure.getMessage()
            + "; see to cluster.host ("
            + settings.host()
            + "), cluster.port ("
            + settings.port()
            + ") and cluster.members",
        failure);
  }

  public Vertx vertx() {
    return vertx;
  }

  /** The node's id, another at each start. */
  public String node() {
    return manager.getNodeId();
  }

  /** What people know the node by, also when it has left: the address where others reach it. */
  public String name() {
    return name;
  }

  /** How many nodes there are, this one included. */
  public int members() {
    return isJoined() ? hazelcast().getCluster().getMembers().size() : 0;
  }

  /** Whether the event bus can reach other nodes at all. */
  public boolean isJoined() {
    return manager.isActive() && hazelcast().getLifecycleService().isRunning();
  }

  Signing signing() {
    return new Signing(settings.secret());
  }

  private HazelcastInstance hazelcast() {
    return manager.getHazelcastInstance();
  }
}
