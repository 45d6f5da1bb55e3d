package org.callboard.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.callboard.app.ExampleEvent;
import org.callboard.app.TestNode;
import org.callboard.clock.EventClock;
import org.callboard.clock.EventTime;
import org.callboard.store.Database;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The journal's file taken from under a server that runs: nothing is shown that was not kept. */
class LostJournalTest {
  private static final String CANCEL = "{'type':'cancel','session':'social-integration'}";

  @TempDir Path data;
  @TempDir Path elsewhere;

  private TestNode node() {
    EventClock clock = EventClock.rehearsal(ExampleEvent.FRIDAY_10_50, 1, TestNode.SYSTEM.now());
    return TestNode.keeping(
        Database.url(data.toString()),
        ExampleEvent.programme(),
        new EventTime(clock, TestNode.SYSTEM));
  }

  @Test
  void a_change_is_refused_boards_go_on_and_it_recovers_without_a_restart() throws IOException {
    try (TestNode node = node()) {
      Organiser organiser = Organiser.admin(node);
      Path file = data.resolve(Database.FILE);
      Files.move(file, elsewhere.resolve(Database.FILE));

      Organiser.Answer refused = organiser.change(CANCEL);
      assertThat(refused.status()).isEqualTo(503);
      assertThat(refused.json().getString("title")).contains("nothing was shown");
      assertThat(organiser.session("social-integration").getString("status"))
          .isEqualTo("scheduled");
      assertThat(organiser.get("/api/boards").status()).isEqualTo(200);

      Files.move(elsewhere.resolve(Database.FILE), file);
      assertThat(organiser.change(CANCEL).status()).isEqualTo(201);
      assertThat(organiser.session("social-integration").getString("status"))
          .isEqualTo("cancelled");
    }
  }

  @Test
  void what_was_kept_is_there_after_a_restart_and_can_still_be_undone() {
    long revision;
    try (TestNode node = node()) {
      revision = Organiser.admin(node).change(CANCEL).revision();
    }
    try (TestNode node = node()) {
      Organiser organiser = Organiser.admin(node);
      assertThat(organiser.session("social-integration").getString("status"))
          .isEqualTo("cancelled");
      assertThat(organiser.change("{'type':'undo','revision':" + revision + "}").status())
          .isEqualTo(201);
      assertThat(organiser.session("social-integration").getString("status"))
          .isEqualTo("scheduled");
    }
  }
}
