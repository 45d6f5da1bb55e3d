package org.callboard.programme;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a person does in a session. */
public enum Role {
  SPEAKER,
  MODERATOR,
  HOST,
  INTRODUCED_BY;

  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<Role> ofWord(String word) {
    return Arrays.stream(values()).filter(role -> role.word().equals(word)).findFirst();
  }
}
