package org.callboard.agenda;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.callboard.change.Announcement;
import org.callboard.change.Announcement.Level;
import org.callboard.change.Announcement.Mode;
import org.callboard.change.Announcement.Target;
import org.callboard.change.Announcement.Text;
import org.callboard.change.Change;
import org.junit.jupiter.api.Test;

/** What people are told: when it may be, for how long, and what takes its place. */
class AnnouncingTest {
  private final Story day = new Story("hall 09:00-10:00 Opening");

  private static Announcement draft(Level level, Mode mode, String headline, String until) {
    return new Announcement(
        "",
        "",
        level,
        mode,
        new Text(headline, ""),
        Map.of(),
        List.of(),
        Tables.at("09:00"),
        Optional.of(until).filter(text -> !text.isEmpty()).map(Tables::at),
        Optional.empty(),
        false);
  }

  private static Change announce(Level level, Mode mode, String headline, String until) {
    return new Change.Announce(draft(level, mode, headline, until), Optional.empty());
  }

  private static Change announce(Target target) {
    Announcement plain = draft(Level.NOTICE, Mode.LIVE, "Mind the step", "10:00");
    return new Change.Announce(
        new Announcement(
            "",
            "",
            plain.level(),
            plain.mode(),
            plain.text(),
            Map.of(),
            List.of(target),
            plain.from(),
            plain.until(),
            Optional.empty(),
            false),
        Optional.empty());
  }

  private Announcement told(String id) {
    return day.agenda().announcement(id).orElseThrow().announcement();
  }

  @Test
  void a_version_that_is_withdrawn_before_it_opens_leaves_the_one_before_it_as_it_was() {
    day.make("09:00", announce(Level.NOTICE, Mode.LIVE, "Lunch is in the foyer", "14:00"));
    Announcement draft = draft(Level.NOTICE, Mode.LIVE, "Lunch is in the garden", "14:00");
    Announcement later =
        new Announcement(
            "",
            "",
            draft.level(),
            draft.mode(),
            draft.text(),
            Map.of(),
            List.of(),
            Tables.at("12:00"),
            draft.until(),
            Optional.empty(),
            false);
    day.make("09:10", new Change.Announce(later, Optional.of("a1")));
    day.make("09:20", new Change.Withdraw("a2", Optional.empty()));
    assertThat(day.agenda().announcement("a1").orElseThrow().isOpenAt(Tables.at("13:00"))).isTrue();
  }

  @Test
  void a_takeover_is_looked_at_again_and_an_all_clear_follows_it_in_words() {
    day.make("09:00", announce(Level.SAFETY, Mode.LIVE, "Leave by the stairs", ""));
    assertThat(told("a1").reviewBy()).contains(Tables.at("09:15"));
    assertThat(told("a1").targets()).containsExactly(Target.VENUE);

    day.make("09:20", new Change.Withdraw("a1", Optional.of("You may come back")));
    assertThat(told("a2").thread()).isEqualTo("a1");
    assertThat(told("a2").isAllClear()).isTrue();
    assertThat(told("a2").level()).isEqualTo(Level.URGENT);
    assertThat(told("a2").until()).contains(Tables.at("09:30"));
    assertThat(day.refusal("09:21", new Change.Withdraw("a1", Optional.empty())))
        .contains("ended at 09:20");
  }

  @Test
  void a_version_takes_the_place_of_the_one_that_stands_and_of_no_other() {
    day.make("09:00", announce(Level.NOTICE, Mode.LIVE, "Lunch is late", "12:00"));
    Announcement next = draft(Level.NOTICE, Mode.LIVE, "Lunch at one", "12:00");
    day.make("09:05", new Change.Announce(next, Optional.of("a1")));
    assertThat(told("a2").thread()).isEqualTo("a1");
    assertThat(day.agenda().announcement("a1").orElseThrow().endedAt())
        .contains(Tables.at("09:05"));
    assertThat(day.refusal("09:06", new Change.Announce(next, Optional.of("a1"))))
        .contains("supersede a2");
    assertThat(day.refusal("11:00", new Change.Announce(next, Optional.of("a9"))))
        .contains("no announcement a9");
  }

  @Test
  void a_version_stands_until_the_next_one_opens() {
    Announcement now = draft(Level.SAFETY, Mode.LIVE, "Leave by the stairs", "");
    day.make("09:00", new Change.Announce(now, Optional.empty()));
    Announcement later =
        new Announcement(
            "",
            "",
            now.level(),
            now.mode(),
            new Text("Leave by the garden", ""),
            Map.of(),
            List.of(),
            Tables.at("09:30"),
            Optional.empty(),
            Optional.empty(),
            false);
    day.make("09:10", new Change.Announce(later, Optional.of("a1")));
    assertThat(day.agenda().announcement("a1").orElseThrow().endedAt())
        .contains(Tables.at("09:30"));
    assertThat(day.refusal("09:11", new Change.Announce(later, Optional.of("a1"))))
        .contains("supersede a2");
  }

  @Test
  void what_must_end_has_an_end_that_is_still_to_come() {
    assertThat(day.refusal("09:00", announce(Level.URGENT, Mode.LIVE, "Hurry", "")))
        .contains("needs an end");
    assertThat(day.refusal("10:00", announce(Level.NOTICE, Mode.LIVE, "Hurry", "10:00")))
        .contains("later until");
    day.make("09:00", announce(Level.AMBIENT, Mode.LIVE, "Welcome", ""));
  }

  @Test
  void a_test_is_never_shown_over_a_live_takeover() {
    day.make("09:00", announce(Level.SAFETY, Mode.LIVE, "Leave by the stairs", ""));
    assertThat(day.refusal("09:01", announce(Level.SAFETY, Mode.TEST, "Only a test", "09:30")))
        .contains("never shown over one", "withdraw a1");
    day.make("09:10", new Change.Withdraw("a1", Optional.empty()));
    day.make("09:11", announce(Level.SAFETY, Mode.TEST, "Only a test", "09:30"));
  }

  @Test
  void headlines_are_counted_in_characters_and_targets_must_be_there() {
    String flags = "\uD83C\uDDE7".repeat(60);
    day.make("09:00", announce(Level.AMBIENT, Mode.LIVE, flags, ""));
    assertThat(day.refusal("09:00", announce(Level.AMBIENT, Mode.LIVE, flags + "x", "")))
        .contains("61 characters", "at most 60");
    assertThat(day.refusal("09:00", announce(new Target("attic", "", "", ""))))
        .contains("no room attic");
    assertThat(day.refusal("09:00", announce(new Target("", "roof", "", "")))).contains("no zone");
    assertThat(day.refusal("09:00", announce(new Target("", "", "", "roof"))))
        .contains("lobby, door, phone");
  }
}
