package org.callboard.agenda;

import java.util.Locale;

/** How a session stands against its plan. */
public enum Status {
  SCHEDULED,
  DELAYED,
  CANCELLED;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
