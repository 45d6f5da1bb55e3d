package org.callboard.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.callboard.app.ExampleEvent;
import org.callboard.app.TestNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A Friday of the example event, changed live over HTTP as an organiser would. */
class ChangeStoriesTest {
  private static final String DISCUSSION = "implementation-of-migration-related-commitments";
  private static final String INTEGRATION = "social-integration";
  private static final String SMUGGLING = "migrant-smuggling-and-human-trafficking";

  private TestNode node;
  private Organiser organiser;

  @BeforeEach
  void start() {
    node = TestNode.rehearsing(ExampleEvent.programme(), ExampleEvent.FRIDAY_10_50, 1);
    organiser = Organiser.admin(node);
  }

  @AfterEach
  void stop() {
    node.close();
  }

  private Organiser.Answer extend(int minutes, String ripple) {
    return organiser.change(
        "{'type':'extend','session':'"
            + DISCUSSION
            + "','minutes':"
            + minutes
            + ",'ripple':'"
            + ripple
            + "'}");
  }

  private String start(String session) {
    return organiser.session(session).getString("start");
  }

  @Test
  void ten_more_minutes_are_absorbed_by_the_break() {
    Organiser.Answer answer = extend(10, "room");
    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.effects()).containsExactly(DISCUSSION + " retimed");
    assertThat(start(INTEGRATION)).isEqualTo("2017-11-17T10:15:00Z");
  }

  @Test
  void twelve_more_minutes_leave_the_break_its_five() {
    extend(12, "room");
    assertThat(start(INTEGRATION)).isEqualTo("2017-11-17T10:17:00Z");
    assertThat(start(SMUGGLING)).isEqualTo("2017-11-17T10:15:00Z");
  }

  @Test
  void twenty_five_more_minutes_push_what_follows_in_the_room_alone() {
    extend(25, "room");
    assertThat(start(INTEGRATION)).isEqualTo("2017-11-17T10:30:00Z");
    assertThat(start("break-4")).isEqualTo("2017-11-17T10:00:00Z");
    assertThat(start(SMUGGLING)).isEqualTo("2017-11-17T10:15:00Z");
  }

  @Test
  void through_the_venue_the_break_moves_and_all_three_rooms_follow() {
    extend(25, "venue");
    assertThat(start("break-4")).isEqualTo("2017-11-17T10:25:00Z");
    for (String session :
        List.of(INTEGRATION, SMUGGLING, "migration-and-sustainable-urban-development")) {
      assertThat(start(session)).isEqualTo("2017-11-17T10:30:00Z");
    }
  }

  @Test
  void a_preview_says_what_publishing_does_and_keeps_nothing() {
    String text = "{'type':'delay','session':'" + INTEGRATION + "','minutes':15}";
    Organiser.Answer preview = organiser.preview(text);
    assertThat(preview.status()).isEqualTo(200);
    assertThat(preview.json().getValue("revision")).isNull();
    assertThat(start(INTEGRATION)).isEqualTo("2017-11-17T10:15:00Z");

    Organiser.Answer published = organiser.change(text);
    JsonObject asPreviewed = published.json().copy().put("revision", null);
    assertThat(asPreviewed).isEqualTo(preview.json());
  }

  @Test
  void a_filled_slot_is_on_the_board_and_marked() {
    Organiser.Answer answer =
        organiser.change(
            "{'type':'assign','session':'"
                + SMUGGLING
                + "','role':'moderator','slot':0,'person':{'name':'Ada Lovelace','affiliation':'City of Mechelen'}}");
    assertThat(answer.status()).isEqualTo(201);
    JsonObject board = organiser.get("/api/boards/alcazar").json();
    JsonObject next = (JsonObject) board.getJsonArray("next").getValue(0);
    assertThat(next.getJsonArray("changed")).isEqualTo(new JsonArray()); // the break is next
    JsonObject notice = (JsonObject) board.getJsonArray("notices").getValue(0);
    assertThat(notice.getString("kind")).isEqualTo("people");
    assertThat(notice.getString("headline")).contains("Moderator", "Ada Lovelace");
    assertThat(organiser.session(SMUGGLING).getJsonArray("changed"))
        .isEqualTo(JsonArray.of("people"));
  }

  @Test
  void a_moved_session_shows_at_both_doors() {
    organiser.change("{'type':'move','session':'" + SMUGGLING + "','rooms':['scala']}");
    assertThat(kinds("alcazar")).containsExactly("moved-away");
    assertThat(kinds("scala")).containsExactly("moved-here");
    assertThat(organiser.titles("scala", "later", "").get(0)).startsWith("Migrant smuggling");
    assertThat(organiser.titles("alcazar", "later", "").get(0)).startsWith("Lunch");
  }

  private List<String> kinds(String room) {
    return organiser.get("/api/boards/" + room).objects("notices").stream()
        .map(notice -> notice.getString("kind"))
        .toList();
  }

  @Test
  void what_was_changed_can_be_taken_back_once() {
    JsonObject before = organiser.get("/api/sessions").json();
    long revision = extend(25, "venue").revision();
    assertThat(organiser.change("{'type':'undo','revision':" + revision + "}").status())
        .isEqualTo(201);
    assertThat(organiser.get("/api/sessions").json().getJsonArray("sessions"))
        .isEqualTo(before.getJsonArray("sessions"));
    assertThat(organiser.change("{'type':'undo','revision':" + revision + "}").status())
        .isEqualTo(422);
  }

  @Test
  void an_undo_is_refused_by_what_came_between() {
    long revision = extend(25, "room").revision();
    organiser.change("{'type':'cancel','session':'" + INTEGRATION + "'}");
    Organiser.Answer undo = organiser.change("{'type':'undo','revision':" + revision + "}");
    assertThat(undo.status()).isEqualTo(422);
    assertThat(undo.detail()).contains("cancel", "" + (revision + 1));
  }

  @Test
  void the_same_key_is_one_entry_and_one_answer() {
    String text = "{'type':'delay','session':'" + INTEGRATION + "','minutes':15}";
    Organiser.Answer first = organiser.change(text, "Idempotency-Key", "tap-1");
    Organiser.Answer again = organiser.change(text, "Idempotency-Key", "tap-1");
    assertThat(again.status()).isEqualTo(201);
    assertThat(again.json()).isEqualTo(first.json());
    assertThat(organiser.get("/api/event").json().getLong("revision")).isEqualTo(first.revision());
    Organiser.Answer other =
        organiser.change(
            "{'type':'cancel','session':'" + INTEGRATION + "'}", "Idempotency-Key", "tap-1");
    assertThat(other.status()).isEqualTo(422);
  }

  @Test
  void who_has_not_seen_the_last_change_must_look_again() {
    long seen = organiser.get("/api/event").json().getLong("revision");
    organiser.change("{'type':'delay','session':'" + INTEGRATION + "','minutes':15}");
    Organiser.Answer late =
        organiser.change(
            "{'type':'cancel','session':'" + INTEGRATION + "','ifRevision':" + seen + "}");
    assertThat(late.status()).isEqualTo(409);
    assertThat(late.detail()).contains("delay");
    assertThat(
            organiser
                .change("{'type':'cancel','session':'" + SMUGGLING + "','ifRevision':" + seen + "}")
                .status())
        .isEqualTo(201);
  }

  @Test
  void a_door_of_the_past_shows_what_was_known_then() {
    organiser.change("{'type':'clock','at':'2017-11-17T09:55:00Z'}");
    organiser.change("{'type':'cancel','session':'" + DISCUSSION + "'}");
    assertThat(organiser.titles("auditorium", "now", "")).isEmpty();
    assertThat(organiser.titles("auditorium", "now", "?at=2017-11-17T10:52:00")).hasSize(1);
    assertThat(organiser.titles("auditorium", "now", "?asOf=1")).hasSize(1);
  }

  @Test
  void why_tells_each_entry_that_moved_a_session() {
    extend(25, "room");
    Organiser.Answer why = organiser.get("/api/sessions/" + INTEGRATION + "/why");
    JsonObject step = (JsonObject) why.json().getJsonObject("why").getJsonArray("time").getValue(0);
    assertThat(step.getString("by")).isEqualTo("organiser");
    assertThat(step.getBoolean("follows")).isTrue();
    assertThat(step.getJsonObject("change").getString("session")).isEqualTo(DISCUSSION);
    assertThat(step.getJsonObject("to").getString("start")).isEqualTo("2017-11-17T10:30:00Z");
    assertThat(Organiser.stranger(node).get("/api/sessions/" + INTEGRATION + "/why").status())
        .isEqualTo(401);
  }

  @Test
  void what_anybody_may_read_holds_no_author_and_no_reason_that_is_not_public() {
    organiser.change(
        "{'type':'cancel','session':'" + INTEGRATION + "','reason':'the minister is ill'}");
    organiser.change(
        "{'type':'cancel','session':'"
            + SMUGGLING
            + "','reason':'the speaker missed the train','publicReason':true}");
    Organiser stranger = Organiser.stranger(node);
    for (String path :
        List.of("/api/event", "/api/sessions", "/api/boards", "/api/announcements")) {
      String text = stranger.get(path).json().encode();
      assertThat(text).doesNotContain("minister", "\"author\"", "\"by\"");
    }
    assertThat(stranger.get("/api/boards/alcazar").json().encode()).contains("missed the train");
    assertThat(stranger.get("/api/changes").status()).isEqualTo(401);
  }

  @Test
  void a_scheduled_change_is_made_once_at_its_instant() {
    Organiser.Answer scheduled =
        organiser.change(
            "{'type':'move','session':'"
                + SMUGGLING
                + "','rooms':['scala'],'due':'2017-11-17T09:54:00Z'}");
    assertThat(scheduled.status()).isEqualTo(201);
    assertThat(organiser.get("/api/scheduled").objects("scheduled")).hasSize(1);
    assertThat(kinds("alcazar")).isEmpty();

    organiser.change("{'type':'clock','at':'2017-11-17T09:53:59Z'}");
    org.awaitility.Awaitility.await()
        .until(() -> organiser.get("/api/scheduled").objects("scheduled").isEmpty());
    assertThat(kinds("alcazar")).containsExactly("moved-away");
    assertThat(organiser.get("/api/event").json().getLong("revision"))
        .isEqualTo(scheduled.revision() + 2);
  }

  @Test
  void a_scheduled_change_can_be_cancelled_until_then() {
    organiser.change(
        "{'type':'cancel','session':'" + SMUGGLING + "','due':'2017-11-17T09:54:00Z'}");
    String id = organiser.get("/api/scheduled").objects("scheduled").get(0).getString("id");
    assertThat(organiser.change("{'type':'unschedule','scheduled':'" + id + "'}").status())
        .isEqualTo(201);
    assertThat(organiser.change("{'type':'unschedule','scheduled':'" + id + "'}").status())
        .isEqualTo(422);
  }

  @Test
  void an_announcement_is_open_for_its_time_and_ends() {
    Organiser.Answer made =
        organiser.change(
            "{'type':'announce','level':'notice','headline':'Lunch is in the Common Zone','until':'2017-11-17T10:00:00Z'}");
    assertThat(made.status()).isEqualTo(201);
    assertThat(kinds("scala")).containsExactly("announcement");
    organiser.change("{'type':'clock','at':'2017-11-17T10:00:00Z'}");
    assertThat(kinds("scala")).isEmpty();
    assertThat(organiser.get("/api/announcements").objects("announcements")).isEmpty();
  }

  @Test
  void a_host_runs_its_own_room_only() {
    organiser.post(
        "/api/accounts",
        "{\"user\":\"hall-host\",\"role\":\"host\",\"rooms\":[\"auditorium\"],\"password\":\"host password 1\"}");
    Organiser host = Organiser.login(node, "hall-host", "host password 1");
    assertThat(host.change("{'type':'finish','session':'" + DISCUSSION + "'}").status())
        .isEqualTo(201);
    assertThat(host.change("{'type':'room','room':'auditorium','status':'full'}").status())
        .isEqualTo(201);
    assertThat(host.change("{'type':'room','room':'scala','status':'full'}").status())
        .isEqualTo(403);
    assertThat(host.change("{'type':'cancel','session':'" + INTEGRATION + "'}").status())
        .isEqualTo(403);
    assertThat(host.get("/api/changes").status()).isEqualTo(403);
  }

  @Test
  void safety_is_for_the_duty_manager_and_for_admins() {
    organiser.post(
        "/api/accounts",
        "{\"user\":\"olga\",\"role\":\"organiser\",\"password\":\"olga password 1\"}");
    organiser.post(
        "/api/accounts", "{\"user\":\"dan\",\"role\":\"duty\",\"password\":\"dans password 1\"}");
    String takeover = "{'type':'announce','level':'safety','headline':'Leave the building'}";
    assertThat(Organiser.login(node, "olga", "olga password 1").change(takeover).status())
        .isEqualTo(403);
    assertThat(Organiser.login(node, "dan", "dans password 1").change(takeover).status())
        .isEqualTo(201);
    assertThat(Organiser.stranger(node).change(takeover).status()).isEqualTo(401);
  }
}
