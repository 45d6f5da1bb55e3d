package org.callboard.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who may be a member, and whose word counts. */
class MembershipTest {
  private static final String OURS = "the secret of our nodes";
  private final List<Integer> ports = TestCluster.freePorts(4);
  private final List<Membership> joined = new ArrayList<>();

  @AfterEach
  void leave() {
    joined.forEach(each -> got(each.vertx().close()));
  }

  private static <T> T got(Future<T> future) {
    try {
      return future.toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
    } catch (Exception failed) {
      throw new AssertionError(failed);
    }
  }

  private Membership join(String name, String secret) throws IOException {
    Membership membership = got(Membership.join(settings(name, secret, yaml())));
    joined.add(membership);
    return membership;
  }

  private static String yaml() throws IOException {
    return Files.readString(Path.of("config", "hazelcast.yaml"));
  }

  private ClusterSettings settings(String name, String secret, String yaml) {
    return new ClusterSettings(
        name,
        Optional.of(secret),
        "127.0.0.1",
        ports.get(joined.size()),
        0,
        ports.stream().map(port -> "127.0.0.1:" + port).toList(),
        Optional.empty(),
        Optional.empty(),
        yaml);
  }

  @Test
  void only_nodes_of_the_same_name_and_secret_are_members() throws IOException {
    Membership first = join("callboard", OURS);
    Membership second = join("callboard", OURS);
    Membership stranger = join("callboard", "the secret of other nodes");
    Membership namesake = join("another", OURS);
    await().until(() -> first.members() == 2 && second.members() == 2);
    assertThat(stranger.members()).isEqualTo(1);
    assertThat(namesake.members()).isEqualTo(1);
  }

  @Test
  void a_message_of_another_journal_or_without_the_secret_is_refused() throws IOException {
    Membership first = join("callboard", OURS);
    Membership second = join("callboard", OURS);
    List<JsonObject> heard = new CopyOnWriteArrayList<>();
    new NodeBus(first, "ours").hear("news", heard::add);
    NodeBus ours = new NodeBus(second, "ours");
    JsonObject last = new JsonObject().put("last", true);
    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () -> {
              new NodeBus(second, "theirs").say("news", new JsonObject());
              second.vertx().eventBus().publish("news", Buffer.buffer("forged".repeat(20)));
              second.vertx().eventBus().publish("news", Buffer.buffer());
              ours.say("news", last);
              return !heard.isEmpty();
            });
    assertThat(heard).allMatch(message -> message.getBoolean("last", false));
  }

  @Test
  void members_are_never_looked_for() throws IOException {
    String looking =
        yaml()
            + """

              network:
                join:
                  kubernetes:
                    enabled: true
            """;
    assertThatThrownBy(() -> Hardened.config(settings("callboard", OURS, looking)))
        .isInstanceOf(UnusableCluster.class)
        .hasMessageContaining("cluster.members");
    assertThatThrownBy(() -> Hardened.config(settings("callboard", OURS, "hazelcast: [")))
        .isInstanceOf(UnusableCluster.class);
  }
}
