package org.callboard.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.callboard.api.Organiser;
import org.callboard.app.TestNode;
import org.callboard.board.DayText;
import org.callboard.clock.EventClock;
import org.callboard.clock.Moment;
import org.callboard.programme.Programme;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What organisers are told of the screens, by real screens on real sockets. */
class ScreensTest {
  private static final Programme DAY =
      DayText.programme(
          """
          hall  09:00-10:00 Opening
          scala 09:30-10:00 Film
          """);
  private static final Instant NINE = Instant.parse("2017-11-16T08:00:00Z");

  private final AtomicReference<Duration> later = new AtomicReference<>(Duration.ZERO);
  private TestNode node;
  private Organiser organiser;

  @BeforeEach
  void start() {
    Moment begun = TestNode.SYSTEM.now();
    Moment.Source source = // no screen falls silent while a test asks slowly
        () -> {
          Duration more = later.get();
          return new Moment(begun.wall().plus(more), begun.nanos() + more.toNanos());
        };
    EventClock clock = EventClock.rehearsal(NINE.plusSeconds(600), 1, source.now());
    node = TestNode.on(DAY, clock, source, 0);
    organiser = Organiser.admin(node);
  }

  @AfterEach
  void stop() {
    node.close();
  }

  private void passes(Duration time) {
    later.updateAndGet(time::plus);
  }

  private TestScreen screen(String name, String role, String... topics) {
    return TestScreen.open(node.port()).subscribeAs(name, role, topics);
  }

  private TestScreen door(String name) {
    return screen(name, "door", "venue", "room:hall");
  }

  private JsonObject all() {
    return organiser.get("/api/screens").json();
  }

  private JsonObject known(String name) {
    return all().getJsonArray("screens").stream()
        .map(JsonObject.class::cast)
        .filter(screen -> screen.getString("id").equals(name))
        .findFirst()
        .orElseThrow();
  }

  private List<String> names(String key, JsonObject json) {
    return json.getJsonArray(key).stream()
        .map(each -> ((JsonObject) each).getString("id"))
        .toList();
  }

  private long delay() {
    return organiser.change("{'type':'extend','session':'s0','minutes':5}").revision();
  }

  private String state(String name) {
    JsonObject screen = known(name);
    String why = screen.getString("why");
    return screen.getString("state") + (why == null ? "" : " " + why);
  }

  @Test
  void a_screen_is_known_by_what_it_says_of_itself() {
    TestScreen screen = door("Door B2");
    screen.say(
        "{\"type\":\"painted\",\"revision\":1,\"frame\":{\"room:hall\":1,\"room:attic\":7},"
            + "\"paintedAt\":1510819800123}");
    screen.say("{\"type\":\"health\",\"viewport\":\"1080x1920\",\"visible\":true}").heardOut();

    JsonObject known = known("Door B2");

    assertThat(known.getString("role")).isEqualTo("door");
    assertThat(known.getString("room")).isEqualTo("hall");
    assertThat(known.getJsonArray("topics"))
        .isEqualTo(new JsonArray(List.of("room:hall", "venue")));
    assertThat(known.getString("state")).isEqualTo("online");
    assertThat(known.getString("address")).isEqualTo("127.0.0.1");
    assertThat(known.getJsonObject("painted").getJsonObject("frame"))
        .isEqualTo(new JsonObject().put("room:hall", 1));
    assertThat(known.getJsonObject("painted").getLong("paintedAt")).isEqualTo(1510819800123L);
    assertThat(known.getJsonObject("health").getString("viewport")).isEqualTo("1080x1920");
  }

  @Test
  void a_screen_that_says_nothing_of_itself_is_known_by_what_it_watches() {
    TestScreen.open(node.port()).subscribe("*").heardOut();
    TestScreen.open(node.port()).subscribe("venue", "room:scala").heardOut();

    assertThat(all().getJsonArray("screens").stream().map(s -> ((JsonObject) s).getString("role")))
        .containsExactlyInAnyOrder("lobby", "door");
  }

  @Test
  void a_screen_is_late_while_it_does_not_show_what_concerns_it() {
    TestScreen screen = door("b2").painted(1);
    assertThat(state("b2")).isEqualTo("online");

    long revision = delay();
    passes(Duration.ofSeconds(4));
    assertThat(state("b2")).isEqualTo("online");
    passes(Duration.ofSeconds(2));
    assertThat(state("b2")).isEqualTo("late behind");

    screen.painted(revision);
    assertThat(state("b2")).isEqualTo("online");
  }

  @Test
  void what_does_not_concern_a_screen_does_not_make_it_late() {
    screen("b3", "door", "venue", "room:scala").painted(1);
    delay();
    passes(Duration.ofSeconds(6));
    assertThat(state("b3")).isEqualTo("online");
  }

  @Test
  void a_screen_that_is_connected_and_never_paints_is_late() {
    door("b2");
    passes(Duration.ofSeconds(6));
    assertThat(state("b2")).isEqualTo("late behind");
  }

  @Test
  void a_screen_that_is_silent_is_late_then_offline_and_one_that_paints_nothing_is_frozen() {
    TestScreen screen = door("b2").painted(1);
    passes(Duration.ofSeconds(46));
    assertThat(state("b2")).isEqualTo("late silent");

    screen.say("{\"type\":\"health\",\"paintAge\":31000}").heardOut();
    assertThat(state("b2")).isEqualTo("frozen");

    passes(Duration.ofSeconds(119));
    assertThat(state("b2")).isEqualTo("late silent");
    passes(Duration.ofSeconds(2));
    assertThat(state("b2")).isEqualTo("offline");
  }

  @Test
  void a_screen_whose_line_closes_is_offline_for_a_day_and_then_forgotten() {
    TestScreen screen = door("b2").painted(1);
    screen.leave();
    assertThat(state("b2")).isEqualTo("offline");
    assertThat(known("b2").getString("offlineSince")).isNotNull();

    passes(Duration.ofHours(25));
    organiser = Organiser.admin(node);
    assertThat(names("screens", all())).isEmpty();
  }

  @Test
  void a_screen_that_comes_back_is_the_same_screen() {
    door("b2").painted(1).leave();
    TestScreen nameless = screen("", "door", "venue", "room:hall").painted(1);
    nameless.leave();

    door("b2").painted(1);
    screen("", "door", "venue", "room:hall").painted(1);

    assertThat(names("screens", all())).hasSize(2);
    assertThat(all().getJsonObject("painted").getInteger("shown")).isEqualTo(2);
  }

  @Test
  void the_old_line_of_a_screen_that_came_back_says_nothing_for_it_any_more() {
    TestScreen old = door("b2").painted(1);
    door("b2").painted(1);
    old.leave();
    assertThat(state("b2")).isEqualTo("online");
  }

  @Test
  void receipts_count_who_shows_a_revision_and_name_who_does_not() {
    door("b1").painted(1);
    door("b2").painted(1).leave();
    screen("scala", "door", "venue", "room:scala").painted(1);
    TestScreen quick = screen("lobby", "lobby", "*").painted(1);

    long revision = delay();
    quick.painted(revision);

    JsonObject receipts = organiser.get("/api/screens?revision=" + revision).json();
    assertThat(receipts.getInteger("of")).isEqualTo(3);
    assertThat(receipts.getInteger("shown")).isEqualTo(1);
    assertThat(names("missing", receipts)).containsExactly("b1", "b2");
    assertThat(all().getJsonObject("painted"))
        .isEqualTo(new JsonObject().put("revision", revision).put("of", 3).put("shown", 1));
  }

  @Test
  void a_screen_cannot_have_painted_what_is_not_there_yet() {
    door("b1").painted(1_000_000);
    long revision = delay();
    assertThat(organiser.get("/api/screens?revision=" + revision).json().getInteger("shown"))
        .isZero();
  }

  @Test
  void receipts_of_an_announcement_are_those_of_whom_it_is_for() {
    door("hall").painted(1);
    screen("scala", "door", "venue", "room:scala").painted(1);
    screen("lobby", "lobby", "*").painted(1);

    Organiser.Answer answer =
        organiser.change(
            "{'type':'announce','level':'safety','headline':'Leave now',"
                + "'targets':[{'room':'hall'}]}");

    assertThat(answer.json().getInteger("screens")).isEqualTo(1);
    JsonObject receipts = organiser.get("/api/screens?revision=" + answer.revision()).json();
    assertThat(names("missing", receipts)).containsExactly("hall");
  }

  @Test
  void the_reach_of_targets_is_told_with_those_that_are_offline() {
    door("hall").painted(1);
    door("hall-east").leave();
    screen("lobby", "lobby", "*").painted(1);
    screen("", "phone", "*");

    JsonObject doors =
        organiser.post("/api/announcements/reach", "{\"targets\":[{\"role\":\"door\"}]}").json();
    assertThat(doors.getInteger("screens")).isEqualTo(2);
    assertThat(doors.getInteger("offline")).isEqualTo(1);
    assertThat(names("missing", doors)).containsExactly("hall-east");

    JsonObject venue =
        organiser.post("/api/announcements/reach", "{\"targets\":[{\"venue\":true}]}").json();
    assertThat(venue.getInteger("screens")).isEqualTo(3);
    assertThat(venue.getInteger("phones")).isEqualTo(1);

    JsonObject named =
        organiser.post("/api/announcements/reach", "{\"targets\":[\"screen:lobby\"]}").json();
    assertThat(named.getInteger("screens")).isEqualTo(1);
  }

  @Test
  void phones_are_counted_and_never_listed_and_a_console_is_no_screen() {
    TestScreen phone = screen("", "phone", "*");
    screen("", "console", "*");

    assertThat(names("screens", all())).isEmpty();
    assertThat(all().getInteger("phones")).isEqualTo(1);
    phone.leave();
    assertThat(all().getInteger("phones")).isZero();
  }

  @Test
  void what_is_gone_is_bounded() {
    for (int i = 0; i < Here.MOST_GONE + 20; i++) {
      door("door " + i).leave();
    }
    assertThat(names("screens", all())).hasSize(Here.MOST_GONE).doesNotContain("door 0");
  }

  @Test
  void one_that_is_gone_for_good_is_struck_off_and_one_that_is_there_stays() {
    door("b1").leave();
    door("b2").painted(1);

    assertThat(organiser.delete("/api/screens/b1").status()).isEqualTo(204);
    assertThat(organiser.delete("/api/screens/b2").status()).isEqualTo(404);
    assertThat(names("screens", all())).containsExactly("b2");
  }

  @Test
  void receipts_of_a_revision_that_is_to_come_or_long_ago_are_not_invented() {
    assertThat(organiser.get("/api/screens?revision=99").status()).isEqualTo(404);
    assertThat(organiser.get("/api/screens?revision=x").status()).isEqualTo(400);
  }

  @Test
  void only_organisers_may_know_of_the_screens() {
    Organiser stranger = Organiser.stranger(node);
    assertThat(stranger.get("/api/screens").status()).isEqualTo(401);
    assertThat(stranger.post("/api/announcements/reach", "{}").status()).isEqualTo(401);
    assertThat(stranger.delete("/api/screens/b1").status()).isEqualTo(401);
    assertThat(organiser.post("/api/announcements/reach", "{\"whom\":1}").status()).isEqualTo(400);
    assertThat(organiser.post("/api/announcements/reach", "{\"targets\":[7]}").status())
        .isEqualTo(400);
  }
}
