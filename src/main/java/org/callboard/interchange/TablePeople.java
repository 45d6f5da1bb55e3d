package org.callboard.interchange;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.callboard.programme.Role;
import org.callboard.programme.Slot;

/** The people in a cell: several names, or one name and what the person does. */
final class TablePeople {
  private static final Pattern BETWEEN = Pattern.compile("\\s*[;\\n|]\\s*|\\s+(?:&|\\+)\\s+");
  private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");
  private static final Pattern LAST_AND = Pattern.compile("\\s+(?:and|et|y|ve|en|und|e)\\s+");
  private static final int MOST = 100;
  private static final int MOST_WORDS = 4;

  private TablePeople() {}

  static List<Slot> of(List<String> cells, Role role) {
    List<Slot> people = new ArrayList<>();
    for (String cell : cells) {
      for (String part : BETWEEN.split(cell, MOST)) {
        names(part).stream().flatMap(name -> slot(name, role).stream()).forEach(people::add);
      }
    }
    return people;
  }

  /** Commas part names only where each part may be one; else what follows is what they do. */
  private static List<String> names(String part) {
    List<String> pieces =
        Arrays.stream(COMMA.split(LAST_AND.matcher(part).replaceAll(", "), MOST))
            .filter(piece -> !piece.isBlank())
            .toList();
    return pieces.size() > 1 && pieces.stream().allMatch(TablePeople::mayBeName)
        ? pieces
        : List.of(part);
  }

  private static boolean mayBeName(String piece) {
    String[] words = piece.strip().split("\\s+");
    return words.length >= 2
        && words.length <= MOST_WORDS
        && Arrays.stream(words).noneMatch(JobWords::isJobOrQualifier)
        && Character.isUpperCase(words[0].codePointAt(0))
        && Character.isUpperCase(words[words.length - 1].codePointAt(0))
        && PersonLine.of(piece).filter(person -> person.affiliation().isEmpty()).isPresent();
  }

  private static Optional<Slot> slot(String name, Role role) {
    return PersonLine.of(name).map(person -> new Slot(role, person.name(), person.affiliation()));
  }
}
