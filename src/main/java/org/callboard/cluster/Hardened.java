package org.callboard.cluster;

import com.hazelcast.config.AdvancedNetworkConfig;
import com.hazelcast.config.Config;
import com.hazelcast.config.JoinConfig;
import com.hazelcast.config.ServerSocketEndpointConfig;
import com.hazelcast.config.YamlConfigBuilder;
import com.hazelcast.core.HazelcastException;
import java.io.ByteArrayInputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;

/**
 * The configuration of Hazelcast as a node uses it: members are only those that were named, it
 * listens on one address, for members alone, and calls nobody else.
 */
final class Hardened {
  private static final Map<String, String> ALWAYS =
      Map.of(
          "hazelcast.phone.home.enabled", "false",
          "hazelcast.shutdownhook.enabled", "false",
          "hazelcast.socket.bind.any", "false",
          "hazelcast.socket.server.bind.any", "false",
          "hazelcast.socket.client.bind.any", "false",
          "hazelcast.logging.type", "slf4j");

  private Hardened() {}

  static Config config(ClusterSettings settings) {
    Config config = read(settings.yaml());
    requireNamedMembersOnly(config.getNetworkConfig().getJoin());
    requireNamedMembersOnly(config.getAdvancedNetworkConfig().getJoin());
    ALWAYS.forEach(config::setProperty);
    config.setClusterName(Signing.clusterName(settings.name(), settings.secret()));
    listen(config.getAdvancedNetworkConfig(), settings);
    return config;
  }

  private static Config read(String yaml) {
    try {
      return new YamlConfigBuilder(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)))
          .setProperties(new Properties())
          .build();
    } catch (HazelcastException | IllegalArgumentException malformed) {
      throw new UnusableCluster(
          "hazelcast.yaml cannot be used: " + malformed.getMessage(), malformed);
    }
  }

  /** Hazelcast takes "auto detection" as a wish to look for members everywhere. */
  private static void requireNamedMembersOnly(JoinConfig join) {
    boolean looks =
        join.getAwsConfig().isEnabled()
            || join.getGcpConfig().isEnabled()
            || join.getAzureConfig().isEnabled()
            || join.getKubernetesConfig().isEnabled()
            || join.getEurekaConfig().isEnabled()
            || join.getDiscoveryConfig().isEnabled();
    if (looks) {
      throw new UnusableCluster(
          "hazelcast.yaml: members are not looked for; name them in cluster.members, by address or"
              + " by a DNS name that has all their addresses");
    }
  }

  /** Members have a socket of their own, so that no client can connect to any. */
  private static void listen(AdvancedNetworkConfig network, ClusterSettings settings) {
    ServerSocketEndpointConfig endpoint = new ServerSocketEndpointConfig();
    endpoint
        .setPort(settings.port())
        .setPortCount(ClusterSettings.PORTS)
        .setPortAutoIncrement(true);
    endpoint.getInterfaces().setEnabled(true).addInterface(address(settings.host()));
    settings
        .publicAddress()
        .ifPresent(at -> endpoint.setPublicAddress(at.host() + ":" + at.port()));
    network.setEnabled(true).setMemberEndpointConfig(endpoint);
    JoinConfig join = network.getJoin();
    join.getMulticastConfig().setEnabled(false);
    join.getAutoDetectionConfig().setEnabled(false);
    join.getTcpIpConfig().setEnabled(true);
    join.getTcpIpConfig().addMember(settings.host());
    settings.members().forEach(join.getTcpIpConfig()::addMember);
  }

  private static String address(String host) {
    try {
      InetAddress address = InetAddress.getByName(host);
      if (address.isAnyLocalAddress()) {
        throw new UnusableCluster(
            "cluster.host: \"" + host + "\" is every address of this machine; name one");
      }
      return address.getHostAddress();
    } catch (UnknownHostException unknown) {
      throw new UnusableCluster(
          "cluster.host: \""
              + host
              + "\" has no address; name one of this machine's, on which the other nodes reach it",
          unknown);
    }
  }
}
