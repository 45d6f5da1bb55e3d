package org.callboard.agenda;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.callboard.programme.Span;

/** Where sessions stand while a ripple walks: at their live time, or where it has put them. */
final class NewTimes {
  private final Map<String, Span> spans;
  private final List<LiveSession> moved = new ArrayList<>();

  NewTimes(Map<String, Span> spans) {
    this.spans = new HashMap<>(spans);
  }

  Set<String> ids() {
    return Set.copyOf(spans.keySet());
  }

  void put(LiveSession session, Span to) {
    spans.put(session.id(), to);
    if (!moved.contains(session)) {
      moved.add(session);
    }
  }

  Stream<LiveSession> moved() {
    return moved.stream();
  }

  Instant start(LiveSession session) {
    return spans.getOrDefault(session.id(), session.span()).start();
  }

  Instant end(LiveSession session) {
    return spans.getOrDefault(session.id(), session.span()).end();
  }
}
