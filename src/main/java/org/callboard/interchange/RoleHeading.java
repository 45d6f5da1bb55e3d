package org.callboard.interchange;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.callboard.programme.Role;

/**
 * A line that says what the people after it do: "Moderators:", "Introduced by …".
 *
 * @param rest the people on the line itself, or empty
 */
record RoleHeading(Role role, String rest) {
  private static final int LONGEST = 300;
  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
  private static final List<Map.Entry<Role, Pattern>> HEADINGS =
      List.of(
          heading(
              Role.INTRODUCED_BY,
              "introduced by|introduction by|introduit par|presentado por|ingeleid door|eingeführt von",
              true),
          heading(
              Role.MODERATOR,
              "(?:co-)?moderated by|chaired by|facilitated by|modéré par|moderado por|gemodereerd door|moderiert von",
              true),
          heading(
              Role.MODERATOR,
              "(?:co-)?(?:moderators?|moderator\\(s\\)|moderation|chairs?|chairperson|facilitators?|modérateurs?|modératrice|modération|moderador(?:a|es)?|moderatoren|moderatör(?:ler)?|moderatorin)",
              false),
          heading(Role.HOST, "hosts?|hôtes?|gastheer|gastvrouw|anfitrión|anfitriona", false),
          heading(
              Role.SPEAKER,
              "speakers?|speaker\\(s\\)|panell?ists?|presenters?|keynote speakers?|discussants?|intervenants?|orateurs?|oratrices?|ponentes?|oradores|sprekers?|konuşmacı(?:lar)?|redner(?:innen)?|referenten|with",
              false));

  static Optional<RoleHeading> of(TextLine line) {
    if (!line.isAtMost(LONGEST) || line.bullet()) {
      return Optional.empty();
    }
    for (Map.Entry<Role, Pattern> heading : HEADINGS) {
      Matcher match = heading.getValue().matcher(line.text());
      if (match.lookingAt()) {
        return Optional.of(
            new RoleHeading(heading.getKey(), line.text().substring(match.end()).strip()));
      }
    }
    return Optional.empty();
  }

  /** A noun needs a colon, or the line to itself; a phrase with "by" does not. */
  private static Map.Entry<Role, Pattern> heading(Role role, String words, boolean isPhrase) {
    String after = isPhrase ? "(?:\\s?:|\\s|$)" : "\\s?(?::|$)";
    return Map.entry(role, Pattern.compile("^(?:" + words + ")" + after, FLAGS));
  }
}
