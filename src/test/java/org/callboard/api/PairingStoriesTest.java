package org.callboard.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.callboard.app.ExampleEvent;
import org.callboard.app.TestNode;
import org.callboard.clock.EventClock;
import org.callboard.clock.EventTime;
import org.callboard.store.Database;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A screen shows a code, somebody who reads it says what it is, and so it stays. */
class PairingStoriesTest {
  private static final String DOOR =
      "{\"name\":\"Door Alcazar\",\"role\":\"door\",\"room\":\"alcazar\",\"languages\":[\"fr\"]}";

  @TempDir private Path folder;
  private TestNode node;
  private Organiser organiser;

  @BeforeEach
  void start() {
    EventTime time =
        new EventTime(
            EventClock.rehearsal(ExampleEvent.FRIDAY_10_50, 1, TestNode.SYSTEM.now()),
            TestNode.SYSTEM);
    node = TestNode.keeping(Database.url(folder.toString()), ExampleEvent.programme(), time);
    organiser = Organiser.admin(node);
  }

  @AfterEach
  void stop() throws IOException {
    node.close();
  }

  private JsonObject begin() {
    Organiser.Answer answer =
        Organiser.stranger(node)
            .post(
                "/api/pairings",
                "{\"viewport\":\"1920x1080\"}",
                "User-Agent",
                "Mozilla/5.0 (X11; Linux armv7l) AppleWebKit/537.36 Chrome/53.0.2785 Safari/537.36");
    assertThat(answer.status()).isEqualTo(201);
    return answer.json();
  }

  private JsonObject state(JsonObject screen) {
    return Organiser.bearing(node, screen.getString("secret"))
        .get("/api/pairings/" + screen.getString("id"))
        .json();
  }

  private String confirmed(JsonObject screen, String assignment) {
    Organiser.Answer answer =
        organiser.post("/api/pairings/" + screen.getString("code") + "/confirm", assignment);
    assertThat(answer.status()).as(answer.json().encode()).isEqualTo(201);
    return answer.json().getString("id");
  }

  @Test
  void a_code_is_eight_letters_that_spell_nothing_and_comes_with_a_secret_of_its_own() {
    JsonObject screen = begin();
    assertThat(screen.getString("code")).matches("[BCDFGHJKMNPQRTVWXZ]{8}");
    assertThat(screen.getString("secret")).matches("cb_[A-Za-z0-9_-]{43}");
    assertThat(screen.getInteger("holdsSeconds")).isEqualTo(600);
    assertThat(state(screen).getString("state")).isEqualTo("pending");
    assertThat(state(screen).getString("code")).isEqualTo(screen.getString("code"));
  }

  @Test
  void organisers_see_which_device_shows_which_code() {
    JsonObject screen = begin();
    JsonObject open = organiser.get("/api/pairings").objects("pairings").get(0);
    assertThat(open.getString("code")).isEqualTo(screen.getString("code"));
    assertThat(open.getString("device")).isEqualTo("Chrome 53 · X11");
    assertThat(open.getString("viewport")).isEqualTo("1920x1080");
    assertThat(open.getString("address")).isEqualTo("127.0.0.1");
    assertThat(open.encode()).doesNotContain(screen.getString("secret"));
  }

  @Test
  void a_code_may_be_typed_in_small_letters_and_halves() {
    JsonObject screen = begin();
    String code = screen.getString("code").toLowerCase(java.util.Locale.ROOT);
    String typed = code.substring(0, 4) + "-" + code.substring(4);
    assertThat(organiser.post("/api/pairings/" + typed + "/confirm", DOOR).status()).isEqualTo(201);
  }

  @Test
  void a_confirmed_screen_learns_what_it_is_and_its_code_is_used_up() {
    JsonObject screen = begin();
    String id = confirmed(screen, DOOR);
    assertThat(id).isEqualTo(screen.getString("id"));
    JsonObject assignment = state(screen).getJsonObject("assignment");
    assertThat(assignment.getString("role")).isEqualTo("door");
    assertThat(assignment.getString("room")).isEqualTo("alcazar");
    assertThat(assignment.getJsonArray("languages")).containsExactly("fr");
    assertThat(assignment.getString("theme")).isNull();
    assertThat(organiser.get("/api/pairings").objects("pairings")).isEmpty();
    assertThat(
            organiser.post("/api/pairings/" + screen.getString("code") + "/confirm", DOOR).status())
        .isEqualTo(404);
    JsonObject listed = organiser.get("/api/paired-screens").objects("screens").get(0);
    assertThat(listed.getString("name")).isEqualTo("Door Alcazar");
    assertThat(listed.getBoolean("connected")).isFalse();
  }

  @Test
  void a_screen_is_reassigned_in_part() {
    JsonObject screen = begin();
    String id = confirmed(screen, DOOR);
    assertThat(organiser.patch("/api/paired-screens/" + id, "{\"room\":\"scala\"}").status())
        .isEqualTo(200);
    assertThat(state(screen).getJsonObject("assignment").getString("room")).isEqualTo("scala");
    organiser.patch("/api/paired-screens/" + id, "{\"role\":\"lobby\",\"languages\":null}");
    JsonObject lobby = organiser.get("/api/paired-screens/" + id).json();
    assertThat(lobby.getString("role")).isEqualTo("lobby");
    assertThat(lobby.getString("room")).isNull();
    assertThat(lobby.getJsonArray("languages")).isEmpty();
    assertThat(lobby.getString("name")).isEqualTo("Door Alcazar");
  }

  @Test
  void everything_about_a_screen_is_changed_and_outlives_the_server() {
    JsonObject screen = begin();
    String id = confirmed(screen, "{\"name\":\"Foyer\",\"role\":\"lobby\"}");
    String wanted =
        "{'name':'Foyer east','rooms':['scala','alcazar'],'languages':['nl','fr'],"
            + "'mode':'stacked','turn':90,'distance':6,'diagonal':65.5,'theme':'dim',"
            + "'night':'18:00-08:00','off':['22:00-07:00']}";
    Organiser.Answer answer =
        organiser.patch("/api/paired-screens/" + id, wanted.replace('\'', '"'));
    assertThat(answer.status()).as(answer.json().encode()).isEqualTo(200);
    node.close();
    start();
    JsonObject assignment = state(screen).getJsonObject("assignment");
    JsonObject told = new JsonObject(wanted.replace('\'', '"'));
    told.forEach(each -> assertThat(assignment.getValue(each.getKey())).isEqualTo(each.getValue()));

    organiser.patch("/api/paired-screens/" + id, "{\"distance\":null,\"off\":null,\"night\":null}");
    JsonObject later = organiser.get("/api/paired-screens/" + id).json();
    assertThat(later.getValue("distance")).isNull();
    assertThat(later.getValue("night")).isNull();
    assertThat(later.getDouble("diagonal")).isEqualTo(65.5);
    assertThat(later.getJsonArray("off")).isEmpty();
    assertThat(later.getString("mode")).isEqualTo("stacked");
    organiser.patch("/api/paired-screens/" + id, "{\"languages\":[\"es\"]}");
    assertThat(organiser.get("/api/paired-screens/" + id).json().getString("mode"))
        .as("one language needs no mode")
        .isEqualTo("single");
  }

  @Test
  void an_unpaired_screen_is_told_so_in_words_that_only_this_server_knows() {
    JsonObject screen = begin();
    String id = confirmed(screen, DOOR);
    assertThat(organiser.delete("/api/paired-screens/" + id).status()).isEqualTo(204);
    assertThat(organiser.delete("/api/paired-screens/" + id).status()).isEqualTo(404);
    JsonObject state = state(screen);
    assertThat(state.getString("state")).isEqualTo("gone");
    assertThat(state.getString("farewell")).isEqualTo(screen.getString("farewell"));
    assertThat(organiser.get("/api/paired-screens").objects("screens")).isEmpty();
  }

  @Test
  void an_assignment_outlives_the_server() {
    JsonObject screen = begin();
    confirmed(screen, DOOR);
    node.close();
    start();
    assertThat(state(screen).getJsonObject("assignment").getString("name"))
        .isEqualTo("Door Alcazar");
  }

  @Test
  void a_screen_is_asked_to_do_only_what_screens_do() {
    JsonObject screen = begin();
    String id = confirmed(screen, DOOR);
    String path = "/api/paired-screens/" + id + "/commands";
    Organiser.Answer identify = organiser.post(path, "{\"do\":\"identify\"}");
    assertThat(identify.status()).isEqualTo(202);
    assertThat(identify.json().getBoolean("connected")).isFalse();
    for (String body : List.of("{}", "{\"do\":\"explode\"}", "{\"do\":\"reload\",\"now\":1}")) {
      assertThat(organiser.post(path, body).status()).as(body).isEqualTo(400);
    }
    assertThat(organiser.post("/api/paired-screens/none/commands", "{\"do\":\"reload\"}").status())
        .isEqualTo(404);
  }
}
