package org.callboard.agenda;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** What of a session people may have in mind, and look twice at when it has changed. */
public enum Aspect {
  START(session -> List.of(session.span().start(), session.isPostponed())),
  ROOM(LiveSession::rooms),
  PEOPLE(LiveSession::people),
  TITLE(LiveSession::title);

  private final Function<LiveSession, Object> value;

  Aspect(Function<LiveSession, Object> value) {
    this.value = value;
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  boolean differs(LiveSession one, LiveSession other) {
    return !value.apply(one).equals(value.apply(other));
  }
}
