package org.callboard.change;

import java.util.Locale;

/** What a room calls for. */
public enum CallKind {
  /** Somebody is to come and help. */
  HELP,
  /** Whoever is awaited has come. */
  SPEAKER_HERE;

  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
