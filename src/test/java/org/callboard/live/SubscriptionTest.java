package org.callboard.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.callboard.agenda.Agenda;
import org.callboard.board.Boards;
import org.callboard.board.DayText;
import org.callboard.clock.EventClock;
import org.callboard.clock.EventTime;
import org.callboard.clock.Moment;
import org.junit.jupiter.api.Test;

/** Where screens stand after what they were told. */
class SubscriptionTest {
  private static final Instant NINE = Instant.parse("2017-11-16T08:00:00Z");
  private static final List<String> DOOR = List.of("venue", "room:hall");

  private final AtomicReference<Boards> boards = new AtomicReference<>(boards(1));
  private final Scripts scripts =
      new Scripts(boards::get, new EventTime(EventClock.real(), () -> new Moment(NINE, 0)));
  private final Audience.All audiences = new Audience.All();
  private final List<WireText> said = new ArrayList<>();

  private static Boards boards(long revision) {
    return Boards.of(
        revision, Agenda.of(DayText.programme("hall 09:00-10:00 Opening " + revision)));
  }

  private Subscription newcomer() {
    return audiences.of(DOOR).start();
  }

  private Subscription settled(Subscription from) {
    Subscription at = from;
    while (!at.isSettled()) {
      Subscription.Step step = at.next(scripts);
      step.text().ifPresent(said::add);
      at = step.then();
    }
    return at;
  }

  private WireText film() {
    return scripts.film("hall").orElseThrow().text();
  }

  @Test
  void a_newcomer_is_told_every_topic_in_the_order_that_it_asked_for() {
    settled(newcomer());
    assertThat(said).containsExactly(scripts.state("venue").orElseThrow().text(), film());
  }

  @Test
  void those_who_were_told_the_same_stand_at_the_same_whenever_they_came() {
    Subscription early = settled(newcomer());
    boards.set(boards(2));
    Subscription there = settled(early.owing(List.of("room:hall")));
    Subscription late = settled(newcomer());
    assertThat(late).isSameAs(there);
    boards.set(boards(3));
    List<String> changed = List.of("room:hall");
    assertThat(late.owing(changed)).isSameAs(there.owing(changed));
  }

  @Test
  void a_step_is_worked_out_again_when_the_state_is_a_newer_one() {
    Subscription owed = settled(newcomer()).owing(List.of("room:hall"));
    boards.set(boards(2));
    WireText second = film();
    settled(owed);
    boards.set(boards(3));
    said.clear();
    settled(owed);
    assertThat(said).containsExactly(film()).doesNotContain(second);
  }

  @Test
  void a_film_that_it_holds_already_is_settled_without_a_word() {
    Subscription there = settled(newcomer());
    said.clear();
    assertThat(settled(there.owing(List.of("room:hall")))).isSameAs(there);
    assertThat(said).isEmpty();
  }

  @Test
  void what_it_does_not_watch_leaves_it_where_it_is() {
    Subscription there = settled(newcomer());
    assertThat(there.owing(List.of("room:attic"))).isSameAs(there);
  }

  @Test
  void a_room_that_is_gone_is_owed_no_longer() {
    Subscription owed = settled(newcomer()).owing(List.of("room:hall"));
    boards.set(Boards.of(2, Agenda.of(DayText.programme("attic 09:00-10:00 Opening"))));
    said.clear();
    assertThat(settled(owed).isSettled()).isTrue();
    assertThat(said).isEmpty();
  }

  /** Else a day of changes would be kept for whoever stays where it is. */
  @Test
  void where_a_newcomer_starts_does_not_lead_to_what_has_passed() {
    Subscription before = newcomer();
    settled(before);
    assertThat(newcomer()).isNotSameAs(before);
  }
}
