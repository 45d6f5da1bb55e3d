package org.callboard.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.callboard.agenda.Agenda;
import org.callboard.change.Announcement;
import org.callboard.change.Announcement.Level;
import org.callboard.change.Announcement.Mode;
import org.callboard.change.Announcement.Target;
import org.callboard.change.Effect;
import org.callboard.programme.Programme;
import org.callboard.programme.Room;
import org.junit.jupiter.api.Test;

/** Which announcements a door and the venue are told, and when they fall silent. */
class AnnouncementsTest {
  private static final Programme DAY = day();

  private static Programme day() {
    Programme flat =
        DayText.programme(
            """
            alcazar 09:00-10:00 Opening
            scala   09:00-10:00 Film
            """);
    List<Room> rooms =
        flat.rooms().stream()
            .map(room -> room.id().equals("scala") ? onFirstFloor(room) : room)
            .toList();
    return new Programme(flat.event(), flat.days(), rooms, flat.sessions());
  }

  private static Room onFirstFloor(Room room) {
    return new Room(room.id(), room.name(), List.of(), List.of(), 0, "first floor", 0);
  }

  private static Instant at(String time) {
    return LocalDateTime.parse("2017-11-16T" + time)
        .atZone(ZoneId.of("Europe/Brussels"))
        .toInstant();
  }

  private static Agenda announced(Announcement... announcements) {
    List<Effect> effects = Arrays.stream(announcements).<Effect>map(Effect.Announced::new).toList();
    return Agenda.of(DAY).fold(effects);
  }

  private static Announcement to(Target target) {
    return Calls.of(Level.NOTICE, Mode.LIVE, "X", at("09:00"), Optional.of(at("09:30")), target);
  }

  private static boolean isHeardAt(String room, Announcement announcement) {
    return !shown(announced(announcement), room, "09:00").isEmpty();
  }

  private static List<String> shown(Agenda agenda, String room, String time) {
    Board board = Boards.of(1, agenda).board(room).orElseThrow();
    return board.frameAt(at(time)).notices().stream().map(Notice::subject).toList();
  }

  private static List<String> open(Agenda agenda, String time) {
    return Boards.of(1, agenda).announcementsAt(at(time)).stream()
        .map(live -> live.announcement().id())
        .toList();
  }

  @Test
  void windows_open_and_close_by_themselves_and_the_gravest_stands_first() {
    Agenda agenda =
        announced(
            Calls.venue(Level.NOTICE, "Bus at six", at("08:30"), at("11:00")),
            Calls.venue(Level.URGENT, "Use stairs", at("09:15"), at("09:45")));
    assertThat(DayText.filmWithNotices(agenda, "alcazar"))
        .isEqualTo(
            """
            --------- |  | Opening |  |  |
            Thu 08:30 |  | Opening |  | notice Bus at six |
            Thu 09:00 | Opening |  |  | notice Bus at six |
            Thu 09:15 | Opening |  |  | urgent Use stairs, notice Bus at six |
            Thu 09:45 | Opening |  |  | notice Bus at six |
            Thu 10:00 |  |  |  | notice Bus at six |
            Thu 11:00 |  |  |  |  |
            """);
  }

  @Test
  void safety_silences_every_other_level_and_the_facts_stay() {
    Agenda agenda =
        announced(
                Calls.venue(Level.AMBIENT, "Art", at("08:00"), at("12:00")),
                Calls.venue(Level.URGENT, "Stairs", at("08:00"), at("12:00")),
                Calls.venue(Level.SAFETY, "Leave", at("09:15"), at("09:30")))
            .fold(List.of(new Effect.Cancelled("s0", true)));
    assertThat(shown(agenda, "alcazar", "09:00")).containsExactly("Stairs", "s0");
    assertThat(shown(agenda, "alcazar", "09:15")).containsExactly("Leave", "s0");
    assertThat(shown(agenda, "alcazar", "09:30")).containsExactly("Stairs", "s0");
    assertThat(open(agenda, "09:20")).containsExactly("Leave");
  }

  @Test
  void what_is_ambient_waits_while_anything_urgent_is_open() {
    Agenda agenda =
        announced(
            Calls.venue(Level.AMBIENT, "Art", at("08:00"), at("12:00")),
            Calls.venue(Level.NOTICE, "Bus", at("08:00"), at("12:00")),
            Calls.venue(Level.URGENT, "Stairs", at("09:00"), at("09:30")));
    assertThat(shown(agenda, "scala", "08:30")).containsExactly("Bus", "Art");
    assertThat(shown(agenda, "scala", "09:00")).containsExactly("Stairs", "Bus");
  }

  @Test
  void an_exercise_is_shown_as_such_and_never_over_a_takeover_that_is_meant() {
    Announcement drill =
        Calls.of(
            Level.SAFETY,
            Mode.EXERCISE,
            "Drill",
            at("09:00"),
            Optional.of(at("10:00")),
            Target.VENUE);
    Agenda agenda = announced(drill, Calls.venue(Level.SAFETY, "Leave", at("09:30"), at("09:45")));
    assertThat(shown(agenda, "alcazar", "09:10")).containsExactly("Drill");
    assertThat(shown(agenda, "alcazar", "09:30")).containsExactly("Leave");
    assertThat(shown(agenda, "alcazar", "09:45")).containsExactly("Drill");
  }

  @Test
  void a_door_hears_what_names_its_room_its_zone_or_doors_and_nothing_else() {
    assertThat(isHeardAt("scala", to(Target.VENUE))).isTrue();
    assertThat(isHeardAt("scala", to(new Target("scala", "", "", "")))).isTrue();
    assertThat(isHeardAt("scala", to(new Target("", "first floor", "", "door")))).isTrue();
    assertThat(isHeardAt("alcazar", to(new Target("scala", "", "", "")))).isFalse();
    assertThat(isHeardAt("alcazar", to(new Target("", "first floor", "", "")))).isFalse();
    assertThat(isHeardAt("scala", to(new Target("scala", "", "", "lobby")))).isFalse();
    assertThat(isHeardAt("scala", to(new Target("scala", "", "tv-1", "")))).isFalse();
  }

  @Test
  void the_venue_turns_with_what_only_the_lobby_is_told() {
    Agenda agenda = announced(to(new Target("", "", "", "lobby")));
    Boards boards = Boards.of(1, agenda);
    assertThat(boards.nextTurnAfter(at("09:00"))).contains(at("09:30"));
    assertThat(boards.announcementsAt(at("09:00"))).hasSize(1);
    assertThat(boards.announcementsAt(at("09:30"))).isEmpty();
    assertThat(boards.announcementsAt(Instant.EPOCH)).isEmpty();
  }

  @Test
  void a_takeover_of_one_room_silences_only_what_is_for_that_room() {
    Announcement takeover =
        Calls.of(
            Level.SAFETY,
            Mode.LIVE,
            "Leave",
            at("09:00"),
            Optional.empty(),
            new Target("", "first floor", "", ""));
    Announcement inside =
        Calls.of(
            Level.NOTICE,
            Mode.LIVE,
            "Seats",
            at("09:00"),
            Optional.of(at("09:30")),
            new Target("scala", "", "", "door"));
    Announcement everywhere = Calls.venue(Level.NOTICE, "Bus", at("09:00"), at("09:30"));
    Agenda agenda = announced(takeover, inside, everywhere);
    assertThat(open(agenda, "09:10")).containsExactly("Leave", "Bus");
    assertThat(shown(agenda, "scala", "09:10")).containsExactly("Leave");
    assertThat(shown(agenda, "alcazar", "09:10")).containsExactly("Bus");
  }

  @Test
  void one_that_was_ended_falls_silent_then_and_one_ended_before_it_opened_is_never_heard() {
    Agenda agenda =
        announced(
                Calls.of(
                    Level.SAFETY, Mode.LIVE, "Leave", at("09:00"), Optional.empty(), Target.VENUE),
                Calls.venue(Level.NOTICE, "Bus", at("09:30"), at("10:00")))
            .fold(
                List.of(
                    new Effect.Withdrawn("Leave", Optional.empty(), Optional.of(at("09:20"))),
                    new Effect.Withdrawn("Bus", Optional.empty(), Optional.of(at("09:10")))));
    assertThat(shown(agenda, "scala", "09:19")).containsExactly("Leave");
    for (Frame frame : Boards.of(1, agenda).board("scala").orElseThrow().frames()) {
      if (!frame.from().isBefore(at("09:20"))) {
        assertThat(frame.notices()).isEmpty();
      }
    }
    assertThat(open(agenda, "09:40")).isEmpty();
  }
}
