package org.callboard.interchange;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a programme writes before a title: "Session 2: …", "Side-event: …".
 *
 * @param title what comes after it, or empty
 */
record SessionLabel(String label, String title) {
  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
  private static final Pattern LABELLED =
      Pattern.compile(
          "^((?:side[ -]?event|(?:breakout |break-out |parallel |special |plenary |panel |opening |closing )?session"
              + "|(?:guided |panel )discussion|panel|workshop|keynote(?: speech| address)?|plenary|round[ -]?table"
              + "|track|theme|part|talk|lecture|debate|atelier|séance|sesión|taller|sessie|werksessie|oturum|sitzung|vortrag)"
              + "(?:\\s[\\p{L}\\d.]{1,5})?)(?:\\s?:\\s?|\\s[–—-]\\s)",
          FLAGS);

  static Optional<SessionLabel> of(String text) {
    Matcher match = LABELLED.matcher(text);
    return match.lookingAt()
        ? Optional.of(new SessionLabel(match.group(1), text.substring(match.end()).strip()))
        : Optional.empty();
  }
}
