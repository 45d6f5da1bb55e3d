package org.callboard.check;

import java.util.Locale;

/** How much hangs on a finding; the first is the most urgent. */
public enum Urgency {
  /** It cannot take place as it stands. */
  MEND("To mend before the day"),
  /** Somebody has to decide something. */
  SETTLE("To settle"),
  /** It may well be meant. */
  LOOK("Worth a look");

  private final String heading;

  Urgency(String heading) {
    this.heading = heading;
  }

  public String heading() {
    return heading;
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
