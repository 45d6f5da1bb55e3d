package org.callboard.board;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.callboard.agenda.LiveAnnouncement;

/** Which announcements are open in the venue, for all time, wherever they are shown. */
final class Playbill {
  private final NavigableMap<Instant, List<LiveAnnouncement>> open;

  private Playbill(NavigableMap<Instant, List<LiveAnnouncement>> open) {
    this.open = Collections.unmodifiableNavigableMap(open);
  }

  static Playbill of(Facts facts) {
    Sweep<LiveAnnouncement> sweep =
        new Sweep<>(facts.announcements.stream().map(Playbill::window).toList());
    NavigableSet<Instant> turns = new TreeSet<>();
    sweep.addTurnsTo(turns);
    NavigableMap<Instant, List<LiveAnnouncement>> open = new TreeMap<>();
    List<LiveAnnouncement> last = List.of();
    for (Instant turn : turns) {
      List<LiveAnnouncement> shown = Precedence.anywhere(sweep.at(turn), facts.agenda.programme());
      if (!shown.equals(last)) {
        open.put(turn, shown);
        last = shown;
      }
    }
    return new Playbill(open);
  }

  List<LiveAnnouncement> at(Instant instant) {
    return Optional.ofNullable(open.floorEntry(instant)).map(Map.Entry::getValue).orElse(List.of());
  }

  Optional<Instant> nextTurnAfter(Instant instant) {
    return Optional.ofNullable(open.higherKey(instant));
  }

  private static Window<LiveAnnouncement> window(LiveAnnouncement live) {
    return new Window<>(live, live.announcement().from(), live.end());
  }
}
