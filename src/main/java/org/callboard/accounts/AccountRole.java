package org.callboard.accounts;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What an account is trusted with; a host only with the rooms it was given. */
public enum AccountRole {
  HOST,
  ORGANISER,
  DUTY,
  ADMIN;

  /** The role as requests and answers write it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<AccountRole> ofWord(String word) {
    return Arrays.stream(values()).filter(role -> role.word().equals(word)).findFirst();
  }
}
