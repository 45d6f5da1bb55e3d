package org.callboard.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import org.callboard.app.ExampleEvent;
import org.callboard.app.TestNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who may ask for what over real HTTP, tried by the ways round that somebody might find. */
class PermissionsTest {
  private static final String DISCUSSION = "implementation-of-migration-related-commitments";
  private static final String TAKEOVER =
      "{'type':'announce','level':'safety','headline':'Leave the building'}";

  private TestNode node;
  private Organiser admin;

  @BeforeEach
  void start() {
    node = TestNode.rehearsing(ExampleEvent.programme(), ExampleEvent.FRIDAY_10_50, 1);
    admin = Organiser.admin(node);
  }

  @AfterEach
  void stop() {
    node.close();
  }

  private Organiser account(String name, String role, String... rooms) {
    JsonObject account =
        new JsonObject().put("user", name).put("role", role).put("password", "a long password 1");
    if (rooms.length > 0) {
      account.put("rooms", java.util.List.of(rooms));
    }
    assertThat(admin.post("/api/accounts", account.encode()).status()).isEqualTo(201);
    return Organiser.login(node, name, "a long password 1");
  }

  private static String undo(long revision) {
    return "{'type':'undo','revision':" + revision + "}";
  }

  @Test
  void an_organiser_cannot_end_a_takeover_by_undoing_it() {
    Organiser olga = account("olga", "organiser");
    long takeover = admin.change(TAKEOVER).revision();
    assertThat(olga.change(undo(takeover)).status()).isEqualTo(403);
    assertThat(olga.preview(undo(takeover)).status()).isEqualTo(403);

    long withdrawn =
        admin.change("{'type':'withdraw','announcement':'a" + takeover + "'}").revision();
    assertThat(olga.change(undo(withdrawn)).status()).isEqualTo(403);
    assertThat(admin.change(undo(withdrawn)).status()).isEqualTo(201);
  }

  @Test
  void an_organiser_cannot_cancel_a_takeover_that_waits() {
    Organiser olga = account("olga", "organiser");
    long waiting = admin.change(TAKEOVER.replace("}", ",'due':'2017-11-17T11:00:00Z'}")).revision();
    assertThat(olga.change("{'type':'unschedule','scheduled':'p" + waiting + "'}").status())
        .isEqualTo(403);
    assertThat(olga.change(undo(waiting)).status()).isEqualTo(403);
    assertThat(admin.change("{'type':'unschedule','scheduled':'p" + waiting + "'}").status())
        .isEqualTo(201);
  }

  @Test
  void what_is_not_there_yet_cannot_be_taken_back_on_a_schedule() {
    Organiser olga = account("olga", "organiser");
    String due = ",'due':'2017-11-17T11:00:00Z'}";
    assertThat(olga.change("{'type':'withdraw','announcement':'a3'" + due).status()).isEqualTo(422);
    assertThat(olga.change(undo(3).replace("}", due)).status()).isEqualTo(422);
    assertThat(
            olga.change(
                    "{'type':'announce','level':'notice','headline':'x','supersedes':'a3',"
                        + "'until':'2017-11-17T12:00:00Z'"
                        + due)
                .status())
        .isEqualTo(422);
  }

  @Test
  void a_host_does_not_shift_the_whole_venue() {
    Organiser host = account("hall-host", "host", "auditorium");
    for (String change :
        java.util.List.of(
            "{'type':'extend','minutes':25,'ripple':'venue','session':'" + DISCUSSION + "'}",
            "{'type':'delay','minutes':25,'ripple':'venue','session':'" + DISCUSSION + "'}",
            "{'type':'finish','ripple':'venue','session':'" + DISCUSSION + "'}",
            "{'type':'extend','minutes':25,'ripple':'venue','due':'2017-11-17T09:55:00Z','session':'"
                + DISCUSSION
                + "'}")) {
      assertThat(host.change(change).status()).isEqualTo(403);
    }
    assertThat(
            host.change("{'type':'extend','minutes':25,'session':'" + DISCUSSION + "'}").status())
        .isEqualTo(201);
  }
}
