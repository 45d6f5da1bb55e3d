package org.callboard.interchange;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands before the first session: the event's name, when and where it is, and its time zone.
 */
final class Preamble {
  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
  private static final Pattern AS_OF =
      Pattern.compile(
          "^(?:as of|version(?: of)?|updated|last updated|status|état au|stand|situatie op|versie)\\b[\\s:]*+",
          FLAGS);
  private static final Pattern ZONE =
      Pattern.compile(
          "^(?:time ?zone|tijdzone|fuseau horaire|zona horaria|saat dilimi|zeitzone)\\s?[:=]\\s?(\\S{1,60})",
          FLAGS);
  private static final Pattern VENUE =
      Pattern.compile("^(?:venue|lieu|locatie|location|lugar|ort|yer|where)\\s?:\\s?", FLAGS);
  private static final Pattern LANGUAGES =
      Pattern.compile("^(?:languages?|langues?|talen|idiomas?|diller|sprachen)\\s?:\\s?", FLAGS);
  private static final Pattern SUBTITLE =
      Pattern.compile("^(?:subtitle|theme|thème|thema|tema)\\s?:\\s?", FLAGS);
  private static final Pattern BETWEEN = Pattern.compile("\\s?[•|·]\\s?|\\s[–—]\\s");
  private static final Set<String> SAYS_NOTHING =
      Set.of(
          "programme",
          "program",
          "agenda",
          "programma",
          "programa",
          "programm",
          "schedule",
          "timetable",
          "draft programme",
          "final programme",
          "provisional programme");

  private final Warnings warnings;
  private final List<String> venue = new ArrayList<>();
  private final Set<String> languages = new LinkedHashSet<>();
  private String name = "";
  private String subtitle = "";
  private boolean nameIsOpen;
  private Optional<LocalDate> asOf = Optional.empty();
  private Optional<ZoneId> zone = Optional.empty();
  private Optional<DateWords> dates = Optional.empty();

  private Preamble(Warnings warnings) {
    this.warnings = warnings;
  }

  static Preamble of(List<TextLine> lines, Warnings warnings) {
    Preamble preamble = new Preamble(warnings);
    lines.forEach(preamble::take);
    return preamble;
  }

  String name() {
    return name;
  }

  String subtitle() {
    return subtitle;
  }

  String venue() {
    return String.join(", ", venue);
  }

  Set<String> languages() {
    return languages;
  }

  Optional<LocalDate> asOf() {
    return asOf;
  }

  Optional<ZoneId> zone() {
    return zone;
  }

  Optional<DateWords> dates() {
    return dates;
  }

  OptionalInt year() {
    return dates.map(DateWords::year).orElse(OptionalInt.empty());
  }

  /** Takes a line that says the time zone, wherever it stands. */
  boolean takeZone(TextLine line) {
    Matcher match = ZONE.matcher(line.text());
    if (!line.isAtMost(200) || !match.lookingAt()) {
      return false;
    }
    try {
      zone = Optional.of(ZoneId.of(match.group(1)));
    } catch (DateTimeException unknown) {
      warnings.add(
          line.number(),
          "unknown-timezone",
          "“" + match.group(1) + "” is no time zone: write one such as Europe/Brussels");
    }
    return true;
  }

  private void take(TextLine line) {
    boolean placed =
        takeZone(line)
            || takeAsOf(line)
            || takeLabelled(line)
            || takeDates(line)
            || takeNames(line);
    if (!placed) {
      warnings.unplaced(line);
    }
  }

  private boolean takeAsOf(TextLine line) {
    Matcher match = AS_OF.matcher(line.text());
    if (!match.lookingAt()) {
      return false;
    }
    Optional<LocalDate> date =
        DateWords.in(line.text())
            .filter(words -> words.year().isPresent())
            .flatMap(words -> words.inYear(words.year().getAsInt()));
    asOf = asOf.or(() -> date);
    return date.isPresent();
  }

  private boolean takeLabelled(TextLine line) {
    Matcher place = VENUE.matcher(line.text());
    if (place.lookingAt()) {
      venue.add(line.text().substring(place.end()));
      return true;
    }
    Matcher spoken = LANGUAGES.matcher(line.text());
    if (spoken.lookingAt()) {
      languages.addAll(LanguageNames.codesOf(line.text().substring(spoken.end())));
      return !languages.isEmpty();
    }
    Matcher theme = SUBTITLE.matcher(line.text());
    boolean isTheme = theme.lookingAt() && subtitle.isEmpty();
    subtitle = isTheme ? line.text().substring(theme.end()) : subtitle;
    return isTheme;
  }

  /** "16 – 17 November 2017 • Lamot • Mechelen": the dates, and then the place. */
  private boolean takeDates(TextLine line) {
    Optional<DateWords> found = DateWords.in(line.text());
    boolean first = dates.isEmpty();
    dates = dates.or(() -> found);
    if (found.isEmpty() || (line.heading() && name.isEmpty())) {
      return false;
    }
    for (String part : BETWEEN.split(line.text())) {
      if (first && !hasDateWords(part)) {
        venue.add(part.strip());
      }
    }
    return true;
  }

  private static boolean hasDateWords(String part) {
    return part.isBlank()
        || DateWords.in(part).isPresent()
        || part.strip().chars().allMatch(Character::isDigit);
  }

  private boolean takeNames(TextLine line) {
    if (SAYS_NOTHING.contains(line.text().toLowerCase(Locale.ROOT))) {
      nameIsOpen = false;
      return true;
    }
    boolean continues = line.joint() != TextLine.Joint.PARAGRAPH && !line.heading();
    if (name.isEmpty() || (nameIsOpen && continues)) {
      name = (name + " " + line.text()).strip();
      nameIsOpen = true;
      return true;
    }
    nameIsOpen = false;
    if (!subtitle.isEmpty()) {
      return false;
    }
    subtitle = line.text();
    return true;
  }
}
