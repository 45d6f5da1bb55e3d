package org.callboard.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.callboard.api.Organiser;
import org.callboard.app.ExampleEvent;
import org.callboard.app.TestNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A paired screen on the line: its name is its own, and so are its commands. */
class PairedScreenTest {
  private static final String NO_SECRET = "cb_Zm9vYmFyYmF6cXV4LUFCQ0RFRkdISUpLTE1OT1BRUlM";
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private TestNode node;
  private Organiser organiser;
  private String id;
  private String secret;

  @BeforeEach
  void start() {
    node = TestNode.rehearsing(ExampleEvent.programme(), ExampleEvent.FRIDAY_10_50, 1);
    organiser = Organiser.admin(node);
    JsonObject made = Organiser.stranger(node).post("/api/pairings", "{}").json();
    id = made.getString("id");
    secret = made.getString("secret");
    organiser.post(
        "/api/pairings/" + made.getString("code") + "/confirm",
        "{\"name\":\"Lobby\",\"role\":\"lobby\"}");
  }

  @AfterEach
  void stop() {
    node.close();
  }

  private TestScreen screen(String itsSecret) {
    return TestScreen.open(node.port()).subscribePaired(id, itsSecret, "venue");
  }

  private boolean isConnected() {
    return organiser.get("/api/paired-screens/" + id).json().getBoolean("connected");
  }

  /** The secret is looked up beside the line, so the name comes a moment after the subscription. */
  private void untilConnected() {
    Instant deadline = Instant.now().plus(PATIENCE);
    while (!isConnected()) {
      assertThat(Instant.now()).as("the screen is known by its name").isBefore(deadline);
    }
  }

  private void command(String what) {
    Organiser.Answer answer =
        organiser.post("/api/paired-screens/" + id + "/commands", "{\"do\":\"" + what + "\"}");
    assertThat(answer.status()).isEqualTo(202);
  }

  private List<String> names() {
    return organiser.get("/api/screens").objects("screens").stream()
        .map(screen -> screen.getString("id"))
        .toList();
  }

  @Test
  void a_screen_that_proves_its_secret_is_known_by_its_name_and_obeys() {
    TestScreen screen = screen(secret);
    untilConnected();
    assertThat(names()).containsExactly(id);
    command("identify");
    assertThat(screen.next("command").json().getString("do")).isEqualTo("identify");
    command("reload");
    assertThat(screen.next("command").json().getString("do")).isEqualTo("reload");
  }

  @Test
  void a_stranger_who_says_the_name_is_a_screen_without_one_and_hears_no_command() {
    TestScreen stranger = screen(NO_SECRET);
    TestScreen silent = TestScreen.open(node.port()).subscribeAs(id, "lobby", "venue");
    TestScreen screen = screen(secret);
    untilConnected();
    assertThat(names()).hasSize(3).filteredOn(name -> name.startsWith("#")).hasSize(2);

    command("identify");
    screen.next("command");
    assertThat(stranger.heardBeforeTime()).doesNotContain("command");
    assertThat(silent.heardBeforeTime()).doesNotContain("command");
  }

  @Test
  void a_stranger_does_not_put_the_screen_offline() {
    screen(secret);
    untilConnected();
    screen(NO_SECRET).leave();
    assertThat(isConnected()).isTrue();
  }

  @Test
  void a_new_assignment_and_its_end_call_the_screen_back() {
    TestScreen screen = screen(secret);
    untilConnected();
    organiser.patch("/api/paired-screens/" + id, "{\"role\":\"door\",\"room\":\"scala\"}");
    assertThat(screen.next("command").json().getString("do")).isEqualTo("assign");
    organiser.delete("/api/paired-screens/" + id);
    assertThat(screen.next("command").json().getString("do")).isEqualTo("assign");
  }

  @Test
  void an_unpaired_screen_no_longer_proves_its_name() {
    organiser.delete("/api/paired-screens/" + id);
    screen(secret);
    assertThat(names()).allMatch(name -> name.startsWith("#"));
  }

  private JsonObject listed(String name) {
    return organiser.get("/api/screens").objects("screens").stream()
        .filter(screen -> screen.getString("id").equals(name))
        .findFirst()
        .orElseThrow();
  }

  private String state() {
    return listed(id).getString("state");
  }

  @Test
  void a_paired_screen_that_is_not_there_is_missed_by_its_name() {
    assertThat(listed(id).getString("name")).isEqualTo("Lobby");
    assertThat(state()).isEqualTo("offline");
    assertThat(listed(id).getString("lastSeen")).isNotNull();
    JsonObject receipts = organiser.get("/api/screens?revision=1").json();
    assertThat(receipts.getInteger("of")).isEqualTo(1);
    assertThat(receipts.getInteger("shown")).isZero();

    screen(secret).painted(1);
    untilConnected();
    assertThat(names()).containsExactly(id);
    assertThat(state()).isEqualTo("online");
    assertThat(organiser.get("/api/screens?revision=1").json().getInteger("shown")).isEqualTo(1);
  }

  @Test
  void a_screen_that_is_dark_on_purpose_is_neither_offline_nor_missed() {
    organiser.patch("/api/paired-screens/" + id, "{\"off\":[\"10:00-11:00\"]}");
    assertThat(state()).isEqualTo("planned-off");
    assertThat(organiser.get("/api/screens?revision=1").json().getInteger("of")).isZero();
    organiser.patch("/api/paired-screens/" + id, "{\"off\":[\"11:00-10:00\"]}");
    assertThat(state()).isEqualTo("offline");
  }

  @Test
  void a_screen_that_is_not_in_the_records_is_told_of_as_unknown() {
    String other = "screen-0123456789abcdef01234567";
    TestScreen.open(node.port()).subscribePaired(other, secret, "venue").painted(1);
    Instant deadline = Instant.now().plus(PATIENCE);
    while (!states().contains("unknown")) {
      assertThat(Instant.now()).as("the screen is told of as unknown").isBefore(deadline);
    }
    assertThat(names()).doesNotContain(other);
  }

  private List<String> states() {
    return organiser.get("/api/screens").objects("screens").stream()
        .map(screen -> screen.getString("state"))
        .toList();
  }

  @Test
  void an_unpaired_screen_is_missed_no_more() {
    TestScreen screen = screen(secret);
    untilConnected();
    organiser.delete("/api/paired-screens/" + id);
    screen.leave();
    Instant deadline = Instant.now().plus(PATIENCE);
    while (!names().isEmpty()) {
      assertThat(Instant.now()).as("nobody waits for the screen").isBefore(deadline);
    }
  }
}
