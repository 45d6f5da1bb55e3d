package org.callboard.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.callboard.agenda.Agenda;
import org.callboard.agenda.Step;
import org.callboard.board.Board;
import org.callboard.board.Boards;
import org.callboard.board.Calls;
import org.callboard.board.DayText;
import org.callboard.change.Announcement.Level;
import org.callboard.change.Effect;
import org.callboard.change.RoomStatus;
import org.callboard.clock.EventClock;
import org.callboard.programme.Programme;
import org.callboard.programme.Span;
import org.junit.jupiter.api.Test;

/** Boards, sessions and messages once the day has changed. */
class BoardJsonTest {
  private static final Instant TEN = Instant.parse("2017-11-16T09:00:00Z");
  private static final Programme DAY =
      DayText.programme(
          """
          hall  10:30-11:30 Panel
          scala 10:30-11:30 Film
          """);

  private static Boards after(Effect... effects) {
    return Boards.of(7, Agenda.of(DAY).fold(new Step(TEN, List.of(effects), "")));
  }

  private static Effect late() {
    Span from = DAY.sessions().get(0).span();
    return new Effect.Retimed("s0", from, from.startingAt(TEN.plusSeconds(2_700)), 0);
  }

  private static JsonObject board(Boards boards, Instant at) {
    return BoardJson.of(boards, boards.board("hall").orElseThrow(), at);
  }

  private static JsonObject message(Boards boards, int frame) {
    Board board = boards.board("hall").orElseThrow();
    return new JsonObject(Messages.board(boards, board, frame));
  }

  @Test
  void a_board_says_how_its_room_stands() {
    Boards boards =
        after(
            new Effect.RoomSet("hall", RoomStatus.OPEN, RoomStatus.FILLING),
            new Effect.Held("hall", Optional.empty(), Optional.of(TEN)));
    assertThat(board(boards, TEN).getJsonObject("room").encode())
        .isEqualTo(
            "{\"id\":\"hall\",\"name\":\"hall\",\"languages\":[],\"status\":\"filling\","
                + "\"heldSince\":\"2017-11-16T09:00:00Z\"}");
    assertThat(EventJson.rooms(boards.agenda()).getJsonObject(1).getString("status"))
        .isEqualTo("open");
    assertThat(EventJson.rooms(boards.agenda()).getJsonObject(1).getValue("heldSince")).isNull();
  }

  @Test
  void a_session_is_marked_changed_for_twenty_minutes_and_its_notice_stays() {
    Boards boards = after(late());
    JsonObject fresh = board(boards, TEN.plusSeconds(1_199));
    assertThat(fresh.getJsonArray("next").getJsonObject(0).getJsonArray("changed"))
        .isEqualTo(new JsonArray().add("start"));
    assertThat(fresh.getJsonArray("notices")).hasSize(1);
    assertThat(fresh.getString("until")).isEqualTo("2017-11-16T09:20:00Z");
    JsonObject stale = board(boards, TEN.plusSeconds(1_200));
    assertThat(stale.getJsonArray("next").getJsonObject(0).getJsonArray("changed")).isEmpty();
    assertThat(stale.getJsonArray("notices")).hasSize(1);
  }

  @Test
  void a_session_by_itself_is_marked_as_of_the_instant_that_is_asked_for() {
    Agenda agenda = after(late()).agenda();
    assertThat(changedAt(agenda, TEN.minusSeconds(1))).isEmpty();
    assertThat(changedAt(agenda, TEN)).containsExactly("start");
    assertThat(changedAt(agenda, TEN.plusSeconds(1_200))).isEmpty();
  }

  private static JsonArray changedAt(Agenda agenda, Instant at) {
    return SessionJson.whole(agenda, agenda.session("s0").orElseThrow(), at)
        .getJsonArray("changed");
  }

  @Test
  void how_late_a_session_is_is_never_invented() {
    Agenda agenda = after(new Effect.Postponed("s0", true)).agenda();
    JsonObject session = SessionJson.of(agenda.session("s0").orElseThrow(), List.of());
    assertThat(session.getValue("lateByMinutes")).isNull();
    assertThat(session.getBoolean("timeUnknown")).isTrue();
    assertThat(session.getString("status")).isEqualTo("delayed");
    JsonObject other = SessionJson.of(agenda.session("s1").orElseThrow(), List.of());
    assertThat(other.getInteger("lateByMinutes")).isZero();
    assertThat(other.getBoolean("timeUnknown")).isFalse();
  }

  @Test
  void a_film_brings_notices_and_marks_in_each_frame_and_every_session_they_name() {
    Boards boards = after(new Effect.Moved("s0", List.of("hall"), List.of("scala")));
    JsonObject message = message(boards, 1);
    JsonArray frames = message.getJsonArray("frames");
    assertThat(frames).hasSize(4);
    assertThat(frames.getJsonObject(1).encode())
        .isEqualTo(
            "{\"from\":1510822800000,\"now\":[],\"next\":[],\"later\":[],\"notices\":["
                + "{\"kind\":\"moved-away\",\"level\":\"change\",\"session\":\"s0\","
                + "\"headline\":\"Moved to scala\",\"detail\":\"\",\"from\":0,"
                + "\"until\":1510828200000,\"announcement\":null,"
                + "\"data\":{\"rooms\":[\"scala\"]}}],"
                + "\"changed\":{\"s0\":[\"room\"]}}");
    assertThat(frames.getJsonObject(2).getJsonObject("changed").isEmpty()).isTrue();
    assertThat(frames.getJsonObject(3).getJsonArray("notices")).isEmpty();
    assertThat(message.getJsonObject("sessions").fieldNames()).containsExactly("s0");
    assertThat(changedIn(message)).containsExactly("room");
    assertThat(changedIn(message(boards, 2))).isEmpty();
  }

  private static JsonArray changedIn(JsonObject message) {
    return message.getJsonObject("sessions").getJsonObject("s0").getJsonArray("changed");
  }

  @Test
  void the_venue_is_told_what_is_open_and_what_is_to_come_and_never_what_is_over() {
    Boards boards =
        after(
            new Effect.Announced(Calls.venue(Level.NOTICE, "Over", TEN.minusSeconds(60), TEN)),
            new Effect.Announced(Calls.venue(Level.NOTICE, "Open", TEN, TEN.plusSeconds(60))),
            new Effect.Announced(
                Calls.venue(Level.URGENT, "Later", TEN.plusSeconds(60), TEN.plusSeconds(120))),
            new Effect.Announced(
                Calls.venue(Level.NOTICE, "Never", TEN.plusSeconds(60), TEN.plusSeconds(120))),
            new Effect.Withdrawn("Later", Optional.empty(), Optional.of(TEN.plusSeconds(90))),
            new Effect.Withdrawn("Never", Optional.empty(), Optional.of(TEN.plusSeconds(30))));
    JsonArray told =
        new JsonObject(Messages.venue(boards, EventClock.real(), TEN))
            .getJsonArray("announcements");
    assertThat(told).hasSize(2);
    assertThat(told.getJsonObject(0).getString("id")).isEqualTo("Open");
    assertThat(told.getJsonObject(1).encode())
        .isEqualTo(
            "{\"id\":\"Later\",\"thread\":\"Later\",\"level\":\"urgent\",\"mode\":\"live\","
                + "\"headline\":\"Later\",\"detail\":\"\",\"texts\":{},"
                + "\"targets\":[{\"venue\":true}],\"from\":1510822860000,"
                + "\"until\":1510822920000,\"end\":1510822890000,\"reviewBy\":null,"
                + "\"allClear\":false}");
    JsonArray answered = AnnouncementJson.notOver(boards.agenda(), TEN);
    assertThat(answered).hasSize(2);
    assertThat(answered.getJsonObject(0).getString("end")).isEqualTo("2017-11-16T09:01:00Z");
    assertThat(AnnouncementJson.notOver(boards.agenda(), TEN.plusSeconds(90))).isEmpty();
  }
}
