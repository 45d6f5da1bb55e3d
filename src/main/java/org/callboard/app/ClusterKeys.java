package org.callboard.app;

import io.vertx.core.net.SocketAddress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.callboard.cluster.ClusterSettings;

/**
 * The keys of the settings that say how a node takes part in a cluster, checked.
 *
 * @param hazelcast path of the configuration of Hazelcast; empty for the usual one
 */
record ClusterKeys(
    String name,
    Optional<String> secret,
    String host,
    int port,
    int busPort,
    List<String> members,
    Optional<SocketAddress> publicAddress,
    Optional<SocketAddress> publicBusAddress,
    Optional<String> hazelcast) {
  private static final String USUAL = "config/hazelcast.yaml";
  private static final String ADDRESS = "[A-Za-z0-9._-]+|\\[[0-9A-Fa-f:]+\\]";
  private static final int SHORTEST_SECRET = 16;

  static Map<String, String> defaults() {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("cluster.name", "callboard");
    values.put("cluster.secret", "");
    values.put("cluster.host", "127.0.0.1");
    values.put("cluster.port", "5701");
    values.put("cluster.busPort", "0");
    values.put("cluster.members", "");
    values.put("cluster.publicAddress", "");
    values.put("cluster.publicBusAddress", "");
    values.put("cluster.hazelcast", "");
    return values;
  }

  static ClusterKeys of(Map<String, String> values) {
    return new ClusterKeys(
        name(values),
        secret(values),
        host(values),
        Settings.whole(values, "cluster.port", 1, Settings.HIGHEST_PORT),
        Settings.whole(values, "cluster.busPort", 0, Settings.HIGHEST_PORT),
        members(values),
        address(values, "cluster.publicAddress"),
        address(values, "cluster.publicBusAddress"),
        Settings.text(values, "cluster.hazelcast"));
  }

  private static String name(Map<String, String> values) {
    return Settings.text(values, "cluster.name")
        .filter(name -> name.matches("[A-Za-z0-9._-]{1,60}"))
        .orElseThrow(
            () -> Settings.bad(values, "cluster.name", "up to 60 letters, digits, dots, dashes"));
  }

  /** What is wrong with a secret is said without it. */
  private static Optional<String> secret(Map<String, String> values) {
    Optional<String> secret = Settings.text(values, "cluster.secret");
    if (secret.isPresent() && secret.get().length() < SHORTEST_SECRET) {
      throw new BadInput(
          "settings: cluster.secret: this is too short; allowed is a secret of at least "
              + SHORTEST_SECRET
              + " characters, or nothing where all nodes run on one machine");
    }
    return secret;
  }

  private static String host(Map<String, String> values) {
    return Settings.text(values, "cluster.host")
        .filter(host -> host.matches(ADDRESS))
        .orElseThrow(
            () ->
                Settings.bad(
                    values, "cluster.host", "one address of this machine, such as 10.0.0.11"));
  }

  private static List<String> members(Map<String, String> values) {
    List<String> members =
        Arrays.stream(values.get("cluster.members").split("[,\\s]+"))
            .filter(member -> !member.isEmpty())
            .toList();
    if (!members.stream().allMatch(member -> member.matches("(" + ADDRESS + ")(:\\d{1,5})?"))) {
      throw Settings.bad(
          values, "cluster.members", "addresses or DNS names, such as 10.0.0.11, 10.0.0.12:5702");
    }
    return members;
  }

  private static Optional<SocketAddress> address(Map<String, String> values, String key) {
    Optional<String> text = Settings.text(values, key);
    if (text.isPresent() && !text.get().matches("(" + ADDRESS + "):\\d{1,5}")) {
      throw Settings.bad(
          values, key, "an address with a port, such as 203.0.113.7:5701, or nothing");
    }
    return text.map(ClusterKeys::address);
  }

  private static SocketAddress address(String text) {
    int colon = text.lastIndexOf(':');
    return SocketAddress.inetSocketAddress(
        Integer.parseInt(text.substring(colon + 1)), text.substring(0, colon));
  }

  /** These with the configuration of Hazelcast, for a node that joins. */
  ClusterSettings settings() {
    requireSecretBeyondThisMachine();
    return new ClusterSettings(
        name, secret, host, port, busPort, members, publicAddress, publicBusAddress, yaml());
  }

  /** Whoever reaches the ports of a cluster without a secret is a member of it. */
  private void requireSecretBeyondThisMachine() {
    if (secret.isEmpty() && !host.matches("127\\..*|localhost|\\[::1\\]")) {
      throw new BadInput(
          "serve --cluster: cluster.host "
              + host
              + " can be reached from other machines, and there is no cluster.secret; set one of at"
              + " least "
              + SHORTEST_SECRET
              + " characters, the same for every node (CALLBOARD_CLUSTER_SECRET)");
    }
  }

  private String yaml() {
    try {
      if (hazelcast.isPresent() || Files.isRegularFile(Path.of(USUAL))) {
        return Files.readString(Path.of(hazelcast.orElse(USUAL)));
      }
      try (var bundled = ClusterKeys.class.getResourceAsStream("/" + USUAL)) {
        return new String(bundled.readAllBytes(), StandardCharsets.UTF_8);
      }
    } catch (IOException unreadable) {
      throw new BadInput(
          "serve --cluster: the configuration of Hazelcast cannot be read, check the path: "
              + unreadable.getMessage());
    }
  }
}
