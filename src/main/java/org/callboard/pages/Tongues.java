package org.callboard.pages;

import java.util.List;
import java.util.Locale;

/** How languages are named: by code where space is short, else each in its own tongue. */
final class Tongues {

  private Tongues() {}

  static String codes(List<String> languages) {
    return String.join(" ", languages.stream().map(code -> code.toUpperCase(Locale.ROOT)).toList());
  }

  static String names(List<String> languages) {
    return String.join(" · ", languages.stream().map(Tongues::name).toList());
  }

  private static String name(String code) {
    Locale locale = Locale.forLanguageTag(code);
    return locale.getDisplayLanguage(locale);
  }
}
