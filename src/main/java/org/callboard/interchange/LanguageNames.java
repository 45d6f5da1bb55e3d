package org.callboard.interchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What languages are called in eight languages, and their ISO 639-1 codes. */
final class LanguageNames {
  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}]++");
  private static final Set<String> FILLERS =
      Set.of(
          "in",
          "with",
          "and",
          "interpretation",
          "simultaneous",
          "languages",
          "language",
          "et",
          "en",
          "y",
          "ve",
          "und",
          "interprétation",
          "interpretación",
          "to",
          "into",
          "from");
  private static final int LONGEST = 200;
  private static final Map<String, String> CODES = codes();

  private LanguageNames() {}

  /** The codes of a list such as "English-French"; empty where any word is not a language. */
  static List<String> codesOf(String text) {
    if (text.length() > LONGEST) {
      return List.of();
    }
    Set<String> found = new LinkedHashSet<>();
    for (String word : BETWEEN.split(text.strip())) {
      String key = word.toLowerCase(Locale.ROOT);
      boolean isCode = word.length() == 2 && word.equals(word.toUpperCase(Locale.ROOT));
      if (CODES.containsKey(key) && (word.length() > 2 || isCode)) {
        found.add(CODES.get(key));
      } else if (!FILLERS.contains(key)) {
        return List.of();
      }
    }
    return new ArrayList<>(found);
  }

  /**
   * The codes of what a field for languages holds: "de", "de-formal", "en-GB", "English, French".
   */
  static List<String> codesOfTag(String text) {
    String[] parts = text.strip().split("[-_]", 2);
    String first = parts[0].toLowerCase(Locale.ROOT);
    boolean isTag = first.length() == 2 && CODES.containsKey(first);
    return isTag ? List.of(first) : codesOf(text);
  }

  private static Map<String, String> codes() {
    Map<String, String> names = new HashMap<>();
    for (String reader : List.of("en", "nl", "fr", "es", "de", "tr", "it", "pt")) {
      for (String code : Locale.getISOLanguages()) {
        String name = Locale.forLanguageTag(code).getDisplayLanguage(Locale.forLanguageTag(reader));
        names.putIfAbsent(name.toLowerCase(Locale.ROOT), code);
        names.putIfAbsent(name.toLowerCase(Locale.forLanguageTag("tr")), code);
        names.putIfAbsent(code, code);
      }
    }
    return Map.copyOf(names);
  }
}
