package org.callboard.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.callboard.app.ExampleEvent;
import org.callboard.app.TestNode;
import org.callboard.clock.EventClock;
import org.callboard.clock.Moment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever is not the screen, and whoever may not say what it is. */
class HostilePairingTest {
  private static final String LOBBY = "{\"name\":\"Lobby\",\"role\":\"lobby\"}";
  private static final String NO_SECRET = "cb_Zm9vYmFyYmF6cXV4LUFCQ0RFRkdISUpLTE1OT1BRUlM";

  private final AtomicReference<Duration> step = new AtomicReference<>(Duration.ZERO);
  private TestNode node;
  private Organiser organiser;
  private Organiser stranger;

  @BeforeEach
  void start() {
    Moment begun = TestNode.SYSTEM.now();
    Moment.Source stepped = // no allowance grows back while a test asks slowly
        () -> new Moment(begun.wall().plus(step.get()), begun.nanos());
    EventClock clock = EventClock.rehearsal(ExampleEvent.FRIDAY_10_50, 1, stepped.now());
    node = TestNode.on(ExampleEvent.programme(), clock, stepped, 0);
    organiser = Organiser.admin(node);
    stranger = Organiser.stranger(node);
  }

  @AfterEach
  void stop() {
    node.close();
  }

  private JsonObject begin() {
    return stranger.post("/api/pairings", "{}").json();
  }

  private Organiser.Answer ask(JsonObject screen, String secret) {
    return Organiser.bearing(node, secret).get("/api/pairings/" + screen.getString("id"));
  }

  @Test
  void a_stranger_who_reads_a_code_can_do_nothing_with_it() {
    JsonObject screen = begin();
    String confirm = "/api/pairings/" + screen.getString("code") + "/confirm";
    assertThat(stranger.post(confirm, LOBBY).status()).isEqualTo(401);
    assertThat(Organiser.bearing(node, screen.getString("secret")).post(confirm, LOBBY).status())
        .isEqualTo(401);
    assertThat(stranger.get("/api/pairings").status()).isEqualTo(401);
    assertThat(stranger.get("/api/paired-screens").status()).isEqualTo(401);
    assertThat(stranger.get("/api/pairings/" + screen.getString("code")).status()).isEqualTo(404);
  }

  @Test
  void a_wrong_secret_and_a_screen_that_is_not_there_are_one_and_the_same() {
    JsonObject screen = begin();
    organiser.post("/api/pairings/" + screen.getString("code") + "/confirm", LOBBY);
    Organiser.Answer wrong = ask(screen, NO_SECRET);
    Organiser.Answer nobody = ask(new JsonObject().put("id", "screen-0"), NO_SECRET);
    assertThat(wrong.status()).isEqualTo(404);
    assertThat(wrong.json()).isEqualTo(nobody.json());
    assertThat(ask(screen, begin().getString("secret")).status()).isEqualTo(404);
    assertThat(stranger.get("/api/pairings/" + screen.getString("id")).status()).isEqualTo(404);
    assertThat(ask(screen, screen.getString("secret")).status()).isEqualTo(200);
  }

  @Test
  void a_secret_is_good_for_nothing_else() {
    JsonObject screen = begin();
    organiser.post("/api/pairings/" + screen.getString("code") + "/confirm", LOBBY);
    Organiser asScreen = Organiser.bearing(node, screen.getString("secret"));
    assertThat(asScreen.get("/api/paired-screens").status()).isEqualTo(401);
    assertThat(asScreen.change("{'type':'room','room':'scala','status':'full'}").status())
        .isEqualTo(401);
  }

  @Test
  void a_code_holds_for_ten_minutes() {
    JsonObject screen = begin();
    step.set(Duration.ofMinutes(10).plusSeconds(1));
    assertThat(
            organiser
                .post("/api/pairings/" + screen.getString("code") + "/confirm", LOBBY)
                .status())
        .isEqualTo(404);
    assertThat(ask(screen, screen.getString("secret")).status()).isEqualTo(404);
    assertThat(organiser.get("/api/pairings").objects("pairings")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "BCDFGHJK|404",
        "AAAAAAAA|404",
        "BCDF|404",
        "%25|404",
        "BCDFGHJK'--|404",
      })
  void a_guessed_code_is_nobodys(String code, int status) {
    assertThat(organiser.post("/api/pairings/" + code + "/confirm", LOBBY).status())
        .isEqualTo(status);
  }

  @Test
  void a_flood_of_screens_from_one_address_is_turned_away_and_the_others_stay() {
    JsonObject first = begin();
    Set<Integer> answers = new HashSet<>();
    for (int i = 0; i < 80; i++) {
      answers.add(stranger.post("/api/pairings", "{}").status());
    }
    assertThat(answers).containsExactlyInAnyOrder(201, 429);
    assertThat(organiser.get("/api/pairings").objects("pairings")).hasSizeLessThanOrEqualTo(60);
    assertThat(ask(first, first.getString("secret")).status()).isEqualTo(200);
  }

  @Test
  void guesses_of_secrets_are_counted() {
    JsonObject screen = begin();
    Set<Integer> answers = new HashSet<>();
    for (int i = 0; i < 620; i++) {
      answers.add(ask(screen, NO_SECRET).status());
    }
    assertThat(answers).containsExactlyInAnyOrder(404, 429);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}|400",
        "{\"name\":\"x\"}|400",
        "{\"name\":\" \",\"role\":\"lobby\"}|400",
        "{\"name\":\"x\",\"role\":\"phone\"}|400",
        "{\"name\":\"x\",\"role\":\"door\"}|422",
        "{\"name\":\"x\",\"role\":\"door\",\"room\":\"attic\"}|422",
        "{\"name\":\"x\",\"role\":\"lobby\",\"languages\":[\"xx\"]}|400",
        "{\"name\":\"x\",\"role\":\"lobby\",\"languages\":\"en\"}|400",
        "{\"name\":\"x\",\"role\":\"lobby\",\"rooms\":[\"attic\"]}|400",
        "{\"name\":\"x\",\"role\":\"lobby\",\"rooms\":[7]}|400",
        "{\"name\":\"x\",\"role\":\"lobby\",\"mode\":\"blinking\"}|400",
        "{\"name\":\"x\",\"role\":\"lobby\",\"turn\":45}|400",
        "{\"name\":\"x\",\"role\":\"lobby\",\"turn\":\"90\"}|400",
        "{\"name\":\"x\",\"role\":\"lobby\",\"distance\":0}|400",
        "{\"name\":\"x\",\"role\":\"lobby\",\"distance\":21}|400",
        "{\"name\":\"x\",\"role\":\"lobby\",\"distance\":1.5}|400",
        "{\"name\":\"x\",\"role\":\"lobby\",\"diagonal\":3.9}|400",
        "{\"name\":\"x\",\"role\":\"lobby\",\"diagonal\":301}|400",
        "{\"name\":\"x\",\"role\":\"lobby\",\"diagonal\":\"55\"}|400",
        "{\"name\":\"x\",\"role\":\"lobby\",\"night\":\"22-7\"}|400",
        "{\"name\":\"x\",\"role\":\"lobby\",\"night\":[\"22:00-07:00\"]}|400",
        "{\"name\":\"x\",\"role\":\"lobby\",\"off\":[\"22-7\"]}|400",
        "{\"name\":\"x\",\"role\":\"lobby\",\"off\":[\"24:00-07:00\"]}|400",
        "{\"name\":\"x\",\"role\":\"lobby\",\"off\":[\"07:00-07:00\"]}|400",
        "{\"name\":\"x\",\"role\":\"lobby\",\"off\":\"22:00-07:00\"}|400",
        "{\"name\":\"x\",\"role\":\"lobby\",\"off\":[\"1:00-2:00&turn=90\"]}|400",
        "{\"name\":\"x\",\"role\":\"lobby\",\"theme\":\"pink\"}|400",
        "{\"name\":\"x\",\"role\":\"lobby\",\"secret\":\"y\"}|400",
        "[]|400"
      })
  void a_malformed_assignment_is_refused(String body, int status) {
    JsonObject screen = begin();
    assertThat(
            organiser.post("/api/pairings/" + screen.getString("code") + "/confirm", body).status())
        .isEqualTo(status);
    assertThat(organiser.get("/api/pairings").objects("pairings")).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"{\"viewport\":\"<b>\"}|400", "{\"viewport\":7}|400", "{\"code\":\"B\"}|400"})
  void a_malformed_request_for_a_code_is_refused(String body, int status) {
    assertThat(stranger.post("/api/pairings", body).status()).isEqualTo(status);
  }
}
