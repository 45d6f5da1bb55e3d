package org.callboard.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.callboard.api.Organiser;
import org.callboard.app.ExampleEvent;
import org.callboard.app.TestNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a published change sends to the screens that watch. */
class PublicationTest {
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

  /** A screen that has its first state and waits for what changes. */
  private TestScreen watching(String... topics) {
    TestScreen screen = TestScreen.open(node.port()).subscribe(topics);
    for (String topic : topics) {
      screen.next(topic.equals("venue") ? "venue" : "board");
    }
    return screen;
  }

  private long fillTheModerator() {
    return organiser
        .change(
            "{'type':'assign','session':'"
                + SMUGGLING
                + "','role':'moderator','slot':0,'person':{'name':'Ada Lovelace','affiliation':''}}")
        .revision();
  }

  @Test
  void a_filled_slot_reaches_the_door_with_its_revision() {
    TestScreen door = watching("room:alcazar");
    long revision = fillTheModerator();

    JsonObject board = door.next("board").json();

    assertThat(board.getLong("revision")).isEqualTo(revision);
    assertThat(board.getJsonObject("sessions").getJsonObject(SMUGGLING).encode())
        .contains("Ada Lovelace");
  }

  @Test
  void a_door_hears_nothing_of_what_changes_elsewhere() {
    TestScreen door = watching("room:scala");
    fillTheModerator();
    long own = organiser.change("{'type':'room','room':'scala','status':'full'}").revision();
    assertThat(door.next("board").json().getLong("revision")).isEqualTo(own);
  }

  @Test
  void a_room_that_is_full_is_told_to_the_venue() {
    TestScreen lobby = watching("venue");
    organiser.change("{'type':'room','room':'scala','status':'full'}");
    assertThat(lobby.next("venue").json().getJsonArray("rooms").encode()).contains("\"full\"");
  }

  @Test
  void an_announcement_is_told_to_everybody_before_it_opens() {
    TestScreen lobby = watching("venue");
    organiser.change(
        "{'type':'announce','level':'notice','headline':'Group photo at noon','from':'2017-11-17T10:45:00Z','until':'2017-11-17T11:00:00Z'}");
    JsonObject told = lobby.next("venue").json().getJsonArray("announcements").getJsonObject(0);
    assertThat(told.getString("headline")).isEqualTo("Group photo at noon");
    assertThat(told.getLong("from")).isLessThan(told.getLong("end"));
  }

  @Test
  void the_answer_counts_the_screens_that_a_change_reaches() {
    List<TestScreen> screens = new ArrayList<>();
    screens.add(watching("room:alcazar"));
    screens.add(watching("room:scala"));
    screens.add(TestScreen.open(node.port()).subscribe("*"));
    screens.get(2).next("venue");
    Organiser.Answer answer =
        organiser.preview("{'type':'delay','session':'" + SMUGGLING + "','minutes':15}");
    assertThat(answer.json().getInteger("screens")).isEqualTo(2);
  }

  @Test
  void a_rehearsal_that_is_set_forward_turns_every_board() {
    TestScreen door = watching("room:alcazar");
    organiser.change("{'type':'clock','at':'2017-11-17T10:20:00Z','speed':2}");
    JsonObject tick = door.next("tick").json();
    assertThat(tick.getDouble("speed")).isEqualTo(2);
    assertThat(organiser.titles("alcazar", "now", "").get(0)).startsWith("Migrant smuggling");
  }

  @Test
  void changes_come_in_their_order_and_the_last_is_never_missing() {
    TestScreen door = watching("room:alcazar");
    long last = 0;
    for (int i = 0; i < 20; i++) {
      int minutes = i % 2 == 0 ? 5 : -5;
      last =
          organiser
              .change(
                  "{'type':'delay','ripple':'none','session':'"
                      + SMUGGLING
                      + "','minutes':"
                      + minutes
                      + "}")
              .revision();
    }
    long newest = last;
    long seen = 0;
    while (seen < newest) {
      long revision = door.next("board").json().getLong("revision");
      assertThat(revision).isGreaterThan(seen);
      seen = revision;
    }
  }
}
