package org.callboard.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.callboard.agenda.Agenda;
import org.callboard.agenda.Step;
import org.callboard.board.Board;
import org.callboard.board.Boards;
import org.callboard.board.DayText;
import org.callboard.board.Notice;
import org.callboard.change.Announcement;
import org.callboard.change.Announcement.Level;
import org.callboard.change.Announcement.Mode;
import org.callboard.change.Announcement.Target;
import org.callboard.change.Announcement.Text;
import org.callboard.change.Effect;
import org.callboard.change.RoomStatus;
import org.callboard.programme.Programme;
import org.callboard.programme.Role;
import org.callboard.programme.Session;
import org.callboard.programme.Slot;
import org.callboard.programme.Span;
import org.junit.jupiter.api.Test;

/** Notices as readers of the API see them. */
class NoticeJsonTest {
  private static final Programme DAY = day();
  private static final Slot OPEN = Slot.open(Role.MODERATOR);

  private static Programme day() {
    Programme flat =
        DayText.programme(
            """
            Alcazar    10:30-11:30 Panel
            Dijlezaal  10:30-11:30 Film
            """);
    List<Session> sessions =
        flat.sessions().stream()
            .map(
                plan ->
                    new Session(
                        plan.id(),
                        "",
                        plan.title(),
                        plan.kind(),
                        plan.rooms(),
                        plan.span(),
                        0,
                        false,
                        List.of(),
                        "",
                        List.of(
                            new Slot(Role.SPEAKER, "Ada", ""),
                            Slot.open(Role.MODERATOR),
                            Slot.open(Role.MODERATOR)),
                        "",
                        List.of()))
            .toList();
    return new Programme(flat.event(), flat.days(), flat.rooms(), sessions);
  }

  private static Instant at(String time) {
    return LocalDateTime.parse("2017-11-16T" + time)
        .atZone(ZoneId.of("Europe/Brussels"))
        .toInstant();
  }

  private static Agenda after(String reason, Effect... effects) {
    return Agenda.of(DAY).fold(new Step(at("10:00"), List.of(effects), reason));
  }

  private static Effect retimed(Instant start) {
    Span from = DAY.sessions().get(0).span();
    return new Effect.Retimed("s0", from, from.startingAt(start), 0);
  }

  private static JsonObject only(Agenda agenda, String room) {
    Board board = Boards.of(1, agenda).board(room).orElseThrow();
    List<Notice> notices = board.frameAt(at("10:00")).notices();
    assertThat(notices).hasSize(1);
    return NoticeJson.of(agenda, notices.get(0));
  }

  private static String headline(Agenda agenda) {
    return only(agenda, "Alcazar").getString("headline");
  }

  @Test
  void a_delay_says_both_times_in_event_time_and_why_as_far_as_it_is_public() {
    assertThat(only(after("Speaker held up", retimed(at("10:45"))), "Alcazar").encode())
        .isEqualTo(
            "{\"kind\":\"delayed\",\"level\":\"change\",\"session\":\"s0\","
                + "\"headline\":\"Panel: 10:30 → 10:45, 15 min late\","
                + "\"detail\":\"Speaker held up\",\"from\":\"1970-01-01T00:00:00Z\","
                + "\"until\":\"2017-11-16T10:45:00Z\",\"announcement\":null,"
                + "\"data\":{\"from\":\"2017-11-16T09:30:00Z\","
                + "\"to\":\"2017-11-16T09:45:00Z\",\"minutes\":15}}");
  }

  @Test
  void a_start_that_is_early_or_on_another_day_or_unknown_is_said_so() {
    assertThat(headline(after("", retimed(at("10:20")))))
        .isEqualTo("Panel: 10:30 → 10:20, 10 min early");
    assertThat(headline(after("", retimed(at("10:30").plusSeconds(86_400)))))
        .isEqualTo("Panel: Thursday 10:30 → Friday 10:30");
    JsonObject unknown = only(after("", new Effect.Postponed("s0", true)), "Alcazar");
    assertThat(unknown.getString("headline")).isEqualTo("Panel: new time to be announced");
    assertThat(unknown.getJsonObject("data").encode())
        .isEqualTo("{\"from\":\"2017-11-16T09:30:00Z\",\"to\":null,\"minutes\":null}");
  }

  @Test
  void a_move_names_the_other_place_at_each_door() {
    Agenda moved = after("", new Effect.Moved("s0", List.of("Alcazar"), List.of("Dijlezaal")));
    assertThat(only(moved, "Alcazar").getString("headline")).isEqualTo("Moved to Dijlezaal");
    assertThat(only(moved, "Alcazar").getJsonObject("data").encode())
        .isEqualTo("{\"rooms\":[\"Dijlezaal\"]}");
    assertThat(only(moved, "Dijlezaal").getString("headline")).isEqualTo("Moved here from Alcazar");
    assertThat(only(moved, "Dijlezaal").getJsonObject("data").encode())
        .isEqualTo("{\"rooms\":[\"Alcazar\"]}");
  }

  @Test
  void a_session_that_spreads_to_a_second_room_is_not_said_to_have_left_the_first() {
    Agenda spread =
        after("", new Effect.Moved("s0", List.of("Alcazar"), List.of("Alcazar", "Dijlezaal")));
    assertThat(only(spread, "Dijlezaal").getString("headline"))
        .isEqualTo("Also here, as well as in Alcazar");
  }

  @Test
  void a_cancelled_session_is_named() {
    assertThat(headline(after("", new Effect.Cancelled("s0", true)))).isEqualTo("Cancelled: Panel");
  }

  @Test
  void a_person_is_told_with_role_affiliation_and_slot_within_the_role() {
    Slot ada = new Slot(Role.MODERATOR, "Ada", "Babbage & Co");
    JsonObject notice = only(after("", new Effect.Assigned("s0", 2, OPEN, ada)), "Alcazar");
    assertThat(notice.getString("headline")).isEqualTo("Moderator of Panel: now Ada, Babbage & Co");
    assertThat(notice.getJsonObject("data").encode())
        .isEqualTo(
            "{\"people\":[{\"role\":\"moderator\",\"name\":\"Ada\","
                + "\"affiliation\":\"Babbage & Co\",\"tbc\":false,\"slot\":1}]}");
    Slot gone = Slot.open(Role.SPEAKER);
    assertThat(
            headline(
                after("", new Effect.Assigned("s0", 0, new Slot(Role.SPEAKER, "Ada", ""), gone))))
        .isEqualTo("Speaker of Panel: now to be confirmed");
  }

  @Test
  void a_room_says_that_it_is_full_and_a_held_one_since_when() {
    JsonObject full =
        only(after("", new Effect.RoomSet("Alcazar", RoomStatus.OPEN, RoomStatus.FULL)), "Alcazar");
    assertThat(full.encode())
        .isEqualTo(
            "{\"kind\":\"room-status\",\"level\":\"change\",\"session\":null,"
                + "\"headline\":\"Alcazar is full\",\"detail\":\"\","
                + "\"from\":\"1970-01-01T00:00:00Z\",\"until\":null,\"announcement\":null,"
                + "\"data\":{\"status\":\"full\"}}");
    JsonObject held =
        only(
            after("", new Effect.Held("Alcazar", Optional.empty(), Optional.of(at("09:40")))),
            "Alcazar");
    assertThat(held.getString("headline")).isEqualTo("On hold since 09:40");
    assertThat(held.getJsonObject("data").encode())
        .isEqualTo("{\"since\":\"2017-11-16T08:40:00Z\"}");
  }

  @Test
  void an_announcement_keeps_its_level_and_brings_its_words_in_every_language() {
    Announcement announcement =
        new Announcement(
            "a2",
            "a1",
            Level.URGENT,
            Mode.TEST,
            new Text("Use the stairs", "The lift is out"),
            Map.of("fr", new Text("Prenez l'escalier", "")),
            List.of(Target.VENUE, new Target("Alcazar", "", "", "door")),
            at("10:00"),
            Optional.of(at("10:30")),
            Optional.of(at("10:15")),
            false);
    Agenda agenda = after("never told", new Effect.Announced(announcement));
    assertThat(only(agenda, "Alcazar").encode())
        .isEqualTo(
            "{\"kind\":\"announcement\",\"level\":\"urgent\",\"session\":null,"
                + "\"headline\":\"Use the stairs\",\"detail\":\"The lift is out\","
                + "\"from\":\"2017-11-16T09:00:00Z\",\"until\":\"2017-11-16T09:30:00Z\","
                + "\"announcement\":\"a2\",\"data\":{"
                + "\"texts\":{\"fr\":{\"headline\":\"Prenez l'escalier\",\"detail\":\"\"}},"
                + "\"mode\":\"test\",\"allClear\":false,"
                + "\"targets\":[{\"venue\":true},{\"room\":\"Alcazar\",\"role\":\"door\"}],"
                + "\"reviewBy\":\"2017-11-16T09:15:00Z\"}}");
  }
}
