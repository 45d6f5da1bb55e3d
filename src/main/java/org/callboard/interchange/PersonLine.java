package org.callboard.interchange;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One person as a programme writes them: a name and what they do.
 *
 * @param name empty where the person is not known yet
 * @param isRepeated whether the line named the person twice
 * @param isUnconfirmed whether the line says "to be confirmed"
 */
record PersonLine(String name, String affiliation, boolean isRepeated, boolean isUnconfirmed) {
  private static final int LONGEST = 300;
  private static final int LONGEST_LOOSE = 160;
  private static final int MOST_NAME_WORDS = 6;
  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
  private static final String OPEN =
      "(?:tbc|tbd|tba|t\\.b\\.[cda]\\.?|n\\.n\\.|to be (?:confirmed|determined|decided|announced)|à confirmer|por confirmar|nog te bevestigen|wird noch bestätigt)";
  private static final Pattern OPEN_FIRST =
      Pattern.compile(
          "^\\W{0,2}(?:speaker |moderator |name )?"
              + OPEN
              + "(?![\\p{L}\\d])[\\s,.:;–—()\\[\\]-]*+",
          FLAGS);
  private static final Pattern OPEN_LAST =
      Pattern.compile("[\\s,:–—-]{0,3}[\\[(]?(?<![\\p{L}\\d])" + OPEN + "[\\])]?$", FLAGS);
  private static final Pattern SPACE_BEFORE_MARK = Pattern.compile(" ++([,;])");
  private static final Pattern DASHED = Pattern.compile(" [–—|-] | \\(|: ");
  private static final Set<String> PARTICLES =
      Set.of(
          "de", "da", "do", "dos", "del", "della", "di", "la", "le", "van", "von", "der", "den",
          "ter", "ten", "el", "al", "bin", "ibn", "y", "e", "het", "'t", "’t", "du", "des", "&",
          "and");
  private static final Set<String> CONNECTORS =
      Set.of(
          "of", "for", "at", "de", "du", "des", "del", "la", "van", "voor", "to", "von", "on",
          "in");

  static Optional<PersonLine> of(String line) {
    String text = cleaned(line);
    if (text.isEmpty() || text.length() > LONGEST) {
      return Optional.empty();
    }
    Matcher open = OPEN_FIRST.matcher(text);
    if (open.lookingAt()) {
      return Optional.of(unnamed(text.substring(open.end())));
    }
    Matcher last = OPEN_LAST.matcher(text);
    if (last.find() && last.start() > 0) {
      return of(text.substring(0, last.start())).map(PersonLine::unconfirmed);
    }
    return Optional.of(isRoleWithoutName(text) ? unnamed(text) : named(text))
        .filter(person -> !(person.name + person.affiliation).isEmpty());
  }

  /** Whether a line outside any list of people can only be a person: a name, a comma, a job. */
  static boolean isUnmistakable(String line) {
    String text = cleaned(line);
    int comma = text.indexOf(',');
    return comma > 0
        && text.length() <= LONGEST_LOOSE
        && !line.endsWith(".")
        && !line.endsWith("?")
        && !line.endsWith(":")
        && isName(text.substring(0, comma), 2)
        && JobWords.occurIn(text.substring(comma));
  }

  /** Whether a line in a list of people, without a bullet, is one of them. */
  static boolean isPlausible(String line) {
    String text = cleaned(line);
    if (text.isEmpty() || text.length() > LONGEST || line.endsWith("?") || line.endsWith(":")) {
      return false;
    }
    return OPEN_FIRST.matcher(text).lookingAt()
        || isRoleWithoutName(text)
        || isName(named(text).name(), 1);
  }

  boolean isOpen() {
    return name.isEmpty();
  }

  private PersonLine unconfirmed() {
    return new PersonLine(name, affiliation, isRepeated, true);
  }

  private static PersonLine unnamed(String affiliation) {
    String bare =
        affiliation.endsWith(")") && !affiliation.contains("(")
            ? affiliation.substring(0, affiliation.length() - 1)
            : affiliation;
    return new PersonLine("", bare, false, true);
  }

  private static PersonLine person(String name, String affiliation) {
    return new PersonLine(trimmed(name), trimmed(affiliation), false, false);
  }

  private static PersonLine named(String text) {
    List<String> parts = new ArrayList<>(Arrays.asList(text.split(", ?", -1)));
    if (parts.size() >= 3 && isOrganisationFirst(parts)) {
      String organisation = parts.remove(0);
      parts.add(organisation);
    }
    String first = parts.remove(0);
    String rest = String.join(", ", parts);
    if (!parts.isEmpty() && parts.get(0).endsWith(" " + first)) {
      String job = String.join(", ", parts.subList(1, parts.size()));
      return new PersonLine(trimmed(first), trimmed(job), true, false);
    }
    return withoutComma(first, rest);
  }

  /**
   * The first part of a line may hold the job as well: "Musah Iddrisu Executive Mayor of Tamale".
   */
  private static PersonLine withoutComma(String first, String rest) {
    String[] words = first.split(" ");
    int job = jobAt(words);
    if (job >= 1) {
      return person(joined(words, 0, job), listed(joined(words, job, words.length), rest));
    }
    int named = honorifics(words);
    if (named > 0) {
      return person(joined(words, named, words.length), listed(joined(words, 0, named), rest));
    }
    Matcher dash = DASHED.matcher(first);
    if (dash.find() && dash.start() > 0) {
      String after = first.substring(dash.end());
      boolean bracket = dash.group().endsWith("(") && after.endsWith(")");
      return person(
          first.substring(0, dash.start()),
          listed(bracket ? after.substring(0, after.length() - 1) : after, rest));
    }
    return person(first, rest);
  }

  /** Where a job begins that goes on with "of …", or that ends the words; -1 for none. */
  private static int jobAt(String[] words) {
    for (int i = 0; i < words.length; i++) {
      if (JobWords.isJobOrQualifier(words[i])) {
        int end = endOfJob(words, i);
        boolean connected = end == words.length || CONNECTORS.contains(words[end]);
        boolean hasJob = Arrays.stream(words, i, end).anyMatch(JobWords::isJob);
        if (connected && hasJob) {
          return i;
        }
      }
    }
    return -1;
  }

  private static int endOfJob(String[] words, int from) {
    int end = from;
    while (end < words.length && JobWords.isJobOrQualifier(words[end])) {
      end++;
    }
    return end;
  }

  /** How many words of office stand before a name: "Deputy Mayor Sarah Turine". */
  private static int honorifics(String[] words) {
    int end = endOfJob(words, 0);
    boolean isOffice = Arrays.stream(words, 0, end).anyMatch(JobWords::isJob);
    return isOffice && isName(joined(words, end, words.length), 2) ? end : 0;
  }

  private static boolean isRoleWithoutName(String text) {
    String[] words = text.split(",", 2)[0].split(" ");
    return jobAt(words) == 0
        || (JobWords.isJob(words[0]) && words.length > 1 && honorifics(words) == 0);
  }

  private static boolean isOrganisationFirst(List<String> parts) {
    String first = parts.get(0);
    boolean oneWord = !first.contains(" ");
    return oneWord && isName(parts.get(1), 2) && JobWords.isJob(parts.get(2).split(" ")[0]);
  }

  private static boolean isName(String text, int fewestWords) {
    String[] words = trimmed(text).split(" ");
    return words.length >= fewestWords
        && words.length <= MOST_NAME_WORDS
        && Arrays.stream(words).allMatch(PersonLine::isNameWord)
        && Arrays.stream(words).noneMatch(JobWords::isJob);
  }

  private static boolean isNameWord(String word) {
    return !word.isEmpty()
        && (Character.isUpperCase(word.codePointAt(0))
            || PARTICLES.contains(word)
            || Character.isUpperCase(word.codePointAt(word.length() - 1))
            || isCaseless(word));
  }

  /** Scripts such as Arabic and Chinese have no capitals. */
  private static boolean isCaseless(String word) {
    int first = word.codePointAt(0);
    return Character.isLetter(first) && !Character.isLowerCase(first);
  }

  private static String listed(String first, String rest) {
    return rest.isEmpty() ? first : first + ", " + rest;
  }

  private static String joined(String[] words, int from, int to) {
    return Arrays.stream(words, from, to).collect(Collectors.joining(" "));
  }

  private static String cleaned(String line) {
    String text = SPACE_BEFORE_MARK.matcher(line).replaceAll("$1").strip();
    return trimmed(text);
  }

  /** Without the marks that a list or a sentence leaves at either end. */
  private static String trimmed(String text) {
    int end = text.length();
    while (end > 0 && ".,;: ".indexOf(text.charAt(end - 1)) >= 0 && !isInitial(text, end)) {
      end--;
    }
    int from = 0;
    while (from < end && ",;: ".indexOf(text.charAt(from)) >= 0) {
      from++;
    }
    return text.substring(from, end);
  }

  /** A full stop after a single capital belongs to a name: "John F." */
  private static boolean isInitial(String text, int end) {
    return end >= 3
        && text.charAt(end - 1) == '.'
        && Character.isUpperCase(text.charAt(end - 2))
        && text.charAt(end - 3) == ' ';
  }
}
