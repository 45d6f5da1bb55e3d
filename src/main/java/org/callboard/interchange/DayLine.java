package org.callboard.interchange;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A line that opens a conference day: "FIRST DAY – THURSDAY, 16 NOVEMBER". */
record DayLine(int number, DateWords words) {
  /** What days are counted with: "Day 1". */
  static final Set<String> COUNTED =
      Set.of("day", "dag", "jour", "día", "dia", "tag", "gün", "giorno");

  private static final Set<String> FILLERS =
      Set.of(
          "first",
          "second",
          "third",
          "fourth",
          "fifth",
          "last",
          "premier",
          "première",
          "deuxième",
          "eerste",
          "tweede",
          "derde",
          "primer",
          "primero",
          "segundo",
          "tercer",
          "erster",
          "zweiter",
          "birinci",
          "ikinci",
          "one",
          "two",
          "three",
          "four",
          "five",
          "st",
          "nd",
          "rd",
          "th",
          "er",
          "e",
          "on",
          "of",
          "the",
          "le",
          "la",
          "el",
          "het",
          "op",
          "de",
          "den",
          "der",
          "am",
          "programme",
          "program",
          "programma",
          "agenda",
          "journée",
          "günü",
          "date",
          "datum",
          "fecha");
  private static final int LONGEST = 100;
  private static final int MOST_OTHER_WORDS = 8;

  static Optional<DayLine> of(TextLine line) {
    if (!line.isAtMost(LONGEST)) {
      return Optional.empty();
    }
    return DateWords.in(line.text())
        .filter(words -> !words.isRange())
        .filter(words -> hasOnlyFillers(words.others()) || isHeadingOfDay(line, words))
        .map(words -> new DayLine(line.number(), words));
  }

  /** The day as an attendee reads it, in the language of its heading. */
  String label(LocalDate date) {
    return labelIn(words.locale(), date);
  }

  static String labelIn(Locale locale, LocalDate date) {
    String text = DateTimeFormatter.ofPattern("EEEE d MMMM", locale).format(date);
    int first = text.codePointAt(0);
    return new StringBuilder()
        .appendCodePoint(Character.toTitleCase(first))
        .append(text.substring(Character.charCount(first)))
        .toString();
  }

  private static boolean isHeadingOfDay(TextLine line, DateWords words) {
    boolean dayLike =
        words.weekday().isPresent() || words.others().stream().anyMatch(COUNTED::contains);
    return line.standsOut() && dayLike && words.others().size() <= MOST_OTHER_WORDS;
  }

  private static boolean hasOnlyFillers(List<String> others) {
    return others.stream().allMatch(word -> isFiller(word.toLowerCase(Locale.ROOT)));
  }

  private static boolean isFiller(String word) {
    return FILLERS.contains(word)
        || COUNTED.contains(word)
        || word.chars().allMatch(Character::isDigit);
  }
}
