package org.callboard.check;

import java.util.Locale;

/** What a finding is about, the most urgent first. */
public enum Topic {
  PERSON_CONFLICT(Urgency.MEND, "People in two places at once"),
  ROOM_CONFLICT(Urgency.MEND, "Rooms taken twice"),
  WALK(Urgency.MEND, "Too little time to walk"),
  OUTSIDE_DAY(Urgency.MEND, "Outside the days of the event"),
  NO_LENGTH(Urgency.MEND, "Without a length"),
  TBC(Urgency.SETTLE, "Still to be confirmed"),
  LANGUAGES(Urgency.SETTLE, "Languages lost in the room"),
  SHORT_BREAK(Urgency.SETTLE, "Breaks that are too short"),
  LONG(Urgency.SETTLE, "Unusually long"),
  PERSON_ALIKE(Urgency.LOOK, "Likely one person, spelt twice"),
  ROOM_ALIKE(Urgency.LOOK, "Likely one room, spelt twice");

  private final Urgency urgency;
  private final String heading;

  Topic(Urgency urgency, String heading) {
    this.urgency = urgency;
    this.heading = heading;
  }

  public Urgency urgency() {
    return urgency;
  }

  public String heading() {
    return heading;
  }

  /** The stable word for machines, such as {@code room-conflict}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
