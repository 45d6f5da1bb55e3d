package org.callboard.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.callboard.app.TestNode;
import org.callboard.interchange.Programmes;
import org.callboard.interchange.ReadingOptions;
import org.callboard.interchange.UnreadableProgramme;
import org.callboard.programme.Programme;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** New editions sent as files to a running day, over HTTP as an organiser would. */
class ImportStoriesTest {
  private static final String CHANGES = "/api/changes";
  private static final String PREVIEW = "/api/changes?preview=true";
  private static final String EDITION =
      """
      event: {name: Camp, timezone: Europe/Berlin}
      rooms: [{id: adams, name: Adams}, {id: borg, name: Borg}]
      sessions:
        - {id: opening, title: Opening, rooms: [adams], start: 2026-05-08T09:00, end: 2026-05-08T10:00}
        - {id: radios, title: Radios for fun, rooms: [adams], start: 2026-05-08T10:00, end: 2026-05-08T11:00}
        - {id: clocks, title: Clocks that lie, rooms: [borg], start: 2026-05-08T10:00, end: 2026-05-08T11:00}
        - {id: letters, title: Letters, rooms: [borg], start: 2026-05-08T11:00, end: 2026-05-08T12:00}
        - {id: tea, title: Tea for all, rooms: [borg], start: 2026-05-08T12:00, end: 2026-05-08T13:00}
      """;

  private TestNode node;
  private Organiser organiser;

  @BeforeEach
  void start() throws UnreadableProgramme {
    Programme programme =
        Programmes.read(
                "first.yaml", EDITION.getBytes(UTF_8), ReadingOptions.inZone(Optional.empty()))
            .programme();
    node = TestNode.rehearsing(programme, Instant.parse("2026-05-08T06:00:00Z"), 1);
    organiser = Organiser.admin(node);
  }

  @AfterEach
  void stop() {
    node.close();
  }

  private Organiser.Answer upload(String path, String text, String... fields) {
    return organiser.upload(path, "second.yaml", text.getBytes(UTF_8), fields);
  }

  private static String edited(String... pairs) {
    String text = EDITION;
    for (int i = 0; i < pairs.length; i += 2) {
      assertThat(text).contains(pairs[i]);
      text = text.replace(pairs[i], pairs[i + 1]);
    }
    return text;
  }

  private static List<String> ids(JsonObject edition, String sort) {
    return edition.getJsonObject(sort).getJsonArray("sessions").stream()
        .map(each -> ((JsonObject) each).getString("id"))
        .collect(Collectors.toList());
  }

  @Test
  void a_preview_says_what_an_edition_brings_and_the_import_does_just_that() {
    organiser.change("{'type':'delay','session':'radios','minutes':15,'ripple':'none'}");
    String next =
        edited(
            "rooms: [borg], start: 2026-05-08T11:00", "rooms: [adams], start: 2026-05-08T11:30",
            "title: Clocks that lie", "title: Clocks",
            "start: 2026-05-08T10:00, end: 2026-05-08T11:00}\n  - {id: clocks",
                "start: 2026-05-08T10:30, end: 2026-05-08T11:30}\n  - {id: clocks",
            "tea, title: Tea for all", "dance, title: Dance");
    Organiser.Answer preview = upload(PREVIEW, next);
    assertThat(preview.status()).as(preview.json().encode()).isEqualTo(200);
    JsonObject edition = preview.json().getJsonObject("edition");
    assertThat(ids(edition, "added")).containsExactly("dance");
    assertThat(ids(edition, "removed")).containsExactly("tea");
    assertThat(ids(edition, "moved")).containsExactly("radios", "letters");
    assertThat(ids(edition, "changed")).containsExactly("clocks");
    assertThat(edition.getInteger("conflicts")).isEqualTo(1);
    assertThat(preview.json().getJsonObject("reading").getString("file")).isEqualTo("second.yaml");
    assertThat(organiser.get("/api/event").json().getInteger("edition")).isEqualTo(1);

    Organiser.Answer made = upload(CHANGES, next);
    assertThat(made.status()).isEqualTo(201);
    assertThat(made.json().copy().putNull("revision")).isEqualTo(preview.json());
    assertThat(organiser.get("/api/event").json().getInteger("edition")).isEqualTo(2);
    assertThat(organiser.session("radios").getString("start")).isEqualTo("2026-05-08T08:15:00Z");
    assertThat(organiser.session("letters").getJsonArray("rooms")).containsExactly("adams");
  }

  @Test
  void an_edition_in_json_that_names_no_zone_is_in_that_of_the_event() {
    String camp =
        "{'type':'import','force':true,'programme':{'event':{'name':'Camp'},"
            + "'rooms':[{'id':'adams','name':'Adams'}],'sessions':[{'id':'opening','title':'Opening',"
            + "'rooms':['adams'],'start':'2026-05-08T09:30','end':'2026-05-08T10:00'}]}}";
    assertThat(organiser.change(camp).status()).isEqualTo(201);
    assertThat(organiser.get("/api/event").json().getString("timezone")).isEqualTo("Europe/Berlin");
    assertThat(organiser.session("opening").getString("start")).isEqualTo("2026-05-08T07:30:00Z");
  }

  @Test
  void a_conflict_is_listed_with_both_values_and_settled_by_a_change() {
    organiser.change("{'type':'move','session':'clocks','rooms':['adams']}");
    upload(CHANGES, edited("Clocks that lie, rooms: [borg]", "Clocks that lie, rooms: []"));
    JsonObject conflict = organiser.get("/api/conflicts").objects("conflicts").get(0);
    assertThat(conflict.getString("id")).isEqualTo("clocks.room");
    assertThat(conflict.getJsonObject("live").getJsonArray("rooms")).containsExactly("adams");
    assertThat(conflict.getJsonObject("plan").getJsonArray("rooms")).isEmpty();
    assertThat(conflict.getJsonObject("was").getJsonArray("rooms")).containsExactly("borg");

    String settle = "{'type':'settle','conflict':'clocks.room','take':'plan'}";
    assertThat(organiser.preview(settle).effects()).contains("clocks moved");
    Organiser.Answer settled = organiser.change(settle);
    assertThat(settled.status()).isEqualTo(201);
    assertThat(organiser.session("clocks").getBoolean("venueWide")).isTrue();
    assertThat(organiser.get("/api/conflicts").objects("conflicts")).isEmpty();
    organiser.change("{'type':'undo','revision':" + settled.revision() + "}");
    assertThat(organiser.get("/api/conflicts").objects("conflicts")).hasSize(1);
    assertThat(Organiser.stranger(node).get("/api/conflicts").status()).isEqualTo(401);
  }

  @Test
  void an_import_that_is_undone_leaves_the_day_as_it_was() {
    organiser.change("{'type':'delay','session':'radios','minutes':15,'ripple':'none'}");
    List<JsonObject> before = organiser.get("/api/sessions").objects("sessions");
    long revision =
        upload(CHANGES, edited("title: Opening", "title: Welcome", "id: clocks", "id: c1"))
            .revision();
    organiser.change("{'type':'undo','revision':" + revision + "}");
    assertThat(organiser.get("/api/sessions").objects("sessions")).isEqualTo(before);
  }

  @Test
  void a_shrunken_edition_is_refused_until_it_is_forced() {
    String shrunken = EDITION.lines().limit(4).collect(Collectors.joining("\n"));
    Organiser.Answer refused = upload(CHANGES, shrunken);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.detail()).contains("drops 4 of the 5", "force");
    assertThat(upload(CHANGES, shrunken, "force=true").status()).isEqualTo(201);
  }

  @Test
  void what_cannot_be_read_beside_an_edition_is_answered_as_well() {
    assertThat(upload("/api/changes?preview=maybe", EDITION).detail())
        .contains("preview", "true or false");
    String json = "{'type':'import','programme':" + organiser.text("/exports/programme.json") + "}";
    Organiser.Answer refused = organiser.change(json, "Idempotency-Key", "x".repeat(201));
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.detail()).contains("Idempotency-Key", "200");
  }

  @Test
  void what_is_no_programme_is_refused_with_place_and_remedy() {
    Organiser.Answer picture =
        organiser.upload(
            CHANGES, "../x/a.png", new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10});
    assertThat(picture.status()).isEqualTo(422);
    assertThat(picture.detail())
        .startsWith("a.png")
        .contains("a picture", "read are", "Nothing was changed");
    assertThat(upload(CHANGES, EDITION, "zone=x").status()).isEqualTo(400);
    assertThat(upload(CHANGES, EDITION, "force=maybe").detail()).contains("force", "true or false");
    assertThat(upload(CHANGES, EDITION, "timezone=Mars").detail())
        .contains("timezone", "Europe/Brussels");
    byte[] large = new byte[Programmes.LARGEST_BYTES + 100];
    Organiser.Answer tooLarge = organiser.upload(CHANGES, "large.txt", large);
    assertThat(tooLarge.status()).isEqualTo(413);
    assertThat(tooLarge.detail()).contains("64 MB");
    assertThat(Organiser.stranger(node).upload(CHANGES, "x.yaml", EDITION.getBytes(UTF_8)).status())
        .isEqualTo(401);
    assertThat(organiser.get("/api/event").json().getInteger("revision")).isEqualTo(1);
  }
}
