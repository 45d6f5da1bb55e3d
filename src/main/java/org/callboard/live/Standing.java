package org.callboard.live;

import java.util.Locale;

/** How a screen stands: what counts is what it says it has painted, never that it is connected. */
public enum Standing {
  ONLINE(""),
  /** It does not show the newest revision that concerns it. */
  BEHIND("late"),
  /** It says nothing any more, though its line is open. */
  SILENT("late"),
  /** It reports, and has painted nothing for long. */
  FROZEN(""),
  /** Its line is closed, or has said nothing for longer than a moment. */
  OFFLINE(""),
  /** It is dark on purpose, and nobody minds whether it is there. */
  PLANNED_OFF(""),
  /** It says the name of a paired screen that is not in the records. */
  UNKNOWN("");

  private final String state;

  Standing(String state) {
    this.state = state;
  }

  /** online, late, frozen, offline, planned-off or unknown. */
  public String state() {
    return state.isEmpty() ? word() : state;
  }

  /** Why it is late; empty where it is not. */
  public String why() {
    return state.isEmpty() ? "" : word();
  }

  private String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
