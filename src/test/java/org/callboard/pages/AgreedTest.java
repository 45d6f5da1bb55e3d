package org.callboard.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.callboard.change.Announcement;
import org.callboard.change.Announcement.Level;
import org.callboard.change.Announcement.Mode;
import org.callboard.change.Announcement.Target;
import org.callboard.change.Announcement.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AgreedTest {
  private static final Path TEMPLATES = Path.of("webroot", "console", "templates.js");

  private static Announcement saying(String headline, String detail, Map<String, Text> others) {
    return new Announcement(
        "a",
        "a",
        Level.SAFETY,
        Mode.LIVE,
        new Text(headline, detail),
        others,
        List.of(Target.VENUE),
        Instant.EPOCH,
        Optional.empty(),
        Optional.empty(),
        false);
  }

  @Test
  void who_says_what_was_agreed_in_one_language_says_it_in_all() {
    Announcement leave = saying("Leave the building now", "", Map.of());

    assertThat(Agreed.in(leave, "fr")).isEqualTo(new Text("Quittez le bâtiment maintenant", ""));
    assertThat(Agreed.in(leave, "en")).isEqualTo(leave.text());
    assertThat(Agreed.in(leave, "ja")).isEqualTo(leave.text());
  }

  @Test
  void the_agreed_detail_goes_with_it() {
    Announcement stay =
        saying(
            "Blijf waar u bent",
            "Blijf binnen, weg van deuren en ramen. Wacht op het personeel.",
            Map.of());

    assertThat(Agreed.in(stay, "en"))
        .isEqualTo(
            new Text(
                "Stay where you are",
                "Stay inside, away from doors and windows. Wait for the staff."));
  }

  @Test
  void words_of_somebodys_own_are_left_as_they_are() {
    Announcement north = saying("Leave the building now", "Not by the north stairs.", Map.of());
    Text own = new Text("Sortez", "");
    Announcement written = saying("Leave the building now", "", Map.of("fr", own));

    assertThat(Agreed.in(north, "fr")).isEqualTo(north.text());
    assertThat(Agreed.in(written, "fr")).isEqualTo(own);
  }

  /** What the console offers to be sent is what the devices know. */
  @ParameterizedTest
  @ValueSource(strings = {"leave", "stay", "drill", "clear"})
  void the_console_offers_the_words_that_were_agreed(String occasion) throws IOException {
    String offered = Files.readString(TEMPLATES);
    JsonObject texts = new JsonObject(Agreed.json()).getJsonObject(occasion);
    assertThat(texts.fieldNames()).containsExactlyInAnyOrder("en", "fr", "es", "tr", "nl");
    texts.forEach(
        text -> {
          JsonArray words = (JsonArray) text.getValue();
          String detail = words.getString(1).isEmpty() ? "" : ", '" + words.getString(1) + "'";
          assertThat(offered).contains("'" + words.getString(0) + "'" + detail);
        });
  }
}
