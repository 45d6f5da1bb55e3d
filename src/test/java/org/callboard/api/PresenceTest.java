package org.callboard.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Who has what open. */
class PresenceTest {
  private final AtomicLong nanos = new AtomicLong();
  private final Presence presence = new Presence(nanos::get);

  private List<String> note(String tab, String user, String session, String... rooms) {
    return presence.note(tab, user, session, List.of(rooms)).stream()
        .map(Presence.Here::user)
        .toList();
  }

  @Test
  void who_has_the_same_room_open_is_named() {
    assertThat(note("1", "anna", "panel", "alcazar")).isEmpty();
    assertThat(note("2", "ben", "keynote", "scala", "alcazar")).containsExactly("anna");
    assertThat(note("3", "cleo", "keynote")).containsExactly("ben");
    assertThat(note("4", "dora", "lunch", "dijlezaal")).isEmpty();
  }

  @Test
  void nobody_meets_their_own_tab() {
    note("1", "anna", "panel", "alcazar");
    assertThat(note("1", "anna", "panel", "alcazar")).isEmpty();
    assertThat(note("2", "anna", "panel", "alcazar")).containsExactly("anna");
  }

  @Test
  void who_closes_or_falls_silent_is_forgotten() {
    note("1", "anna", "panel", "alcazar");
    note("1", "anna", "");
    assertThat(note("2", "ben", "panel", "alcazar")).isEmpty();
    nanos.set(Presence.LASTS_NANOS + 1);
    assertThat(note("3", "cleo", "panel", "alcazar")).isEmpty();
  }

  @Test
  void no_tab_speaks_for_another_user() {
    note("1", "anna", "panel", "alcazar");
    note("1", "ben", "");
    assertThat(note("2", "cleo", "panel")).containsExactly("anna");
  }

  @Test
  void those_unheard_for_longest_make_room() {
    for (int tab = 0; tab < Presence.MOST_TABS + 3; tab++) {
      note("tab" + tab, "user" + tab, "panel");
    }
    List<String> met = note("new", "anna", "panel");
    assertThat(met).hasSize(Presence.MOST_TABS).doesNotContain("user2").contains("user3");
  }
}
