package org.callboard.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.stream.IntStream;
import org.callboard.api.Organiser;
import org.callboard.app.ExampleEvent;
import org.callboard.app.TestNode;
import org.junit.jupiter.api.Test;

/** Screens behind a proxy, which tells where each of them is. */
class ForwardedScreenTest {
  private static final int MOST_CONNECTIONS = 50; // of one address to a node under test

  private static List<String> addresses(TestNode node) {
    return Organiser.admin(node).get("/api/screens").objects("screens").stream()
        .map((JsonObject screen) -> screen.getString("address"))
        .toList();
  }

  private static TestScreen door(TestNode node, String forwarded) {
    return TestScreen.openFrom(node.port(), forwarded).subscribeAs("Door", "door", "venue");
  }

  @Test
  void a_screen_counts_under_its_own_address_and_not_the_proxys() {
    try (TestNode node =
        TestNode.behindProxy(ExampleEvent.programme(), ExampleEvent.FRIDAY_10_50)) {
      List<TestScreen> full =
          IntStream.range(0, MOST_CONNECTIONS)
              .mapToObj(i -> TestScreen.openFrom(node.port(), "10.0.0.1"))
              .toList();

      assertThatThrownBy(() -> TestScreen.openFrom(node.port(), "10.0.0.1"))
          .hasMessageContaining("Handshake");
      door(node, "9.9.9.9, 10.0.0.2");
      assertThat(addresses(node)).containsExactly("10.0.0.2");
      assertThat(full).allMatch(TestScreen::isOpen);
    }
  }

  @Test
  void without_a_proxy_of_ours_nobody_is_believed() {
    try (TestNode node =
        TestNode.rehearsing(ExampleEvent.programme(), ExampleEvent.FRIDAY_10_50, 1)) {
      door(node, "10.0.0.2");
      assertThat(addresses(node)).containsExactly("127.0.0.1");
    }
  }
}
