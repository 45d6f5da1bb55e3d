package org.callboard.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.callboard.programme.Programme;
import org.callboard.programme.Room;
import org.callboard.programme.Session;
import org.callboard.programme.Slot;

/**
 * Names that are likely one: but for accents, the order of words, an initial, or one letter. Names
 * meet by keys that they share, never each with each, so that thousands are compared in a moment.
 */
final class LikelyAlike {
  private static final int SHORTEST = 6;
  private static final int LONGEST = 60;
  private static final int MOST_SHARING = 50;

  private final Programme programme;

  LikelyAlike(Programme programme) {
    this.programme = programme;
  }

  void tell(Findings findings) {
    Map<String, List<String>> people = people();
    pairs(people.keySet(), true)
        .forEach(
            pair ->
                findings.add(
                    Topic.PERSON_ALIKE,
                    sessions(people, pair),
                    "“" + pair.get(0) + "” and “" + pair.get(1) + "” may be one person.",
                    "Spell the name the same if they are one."));
    Map<String, List<String>> rooms = new LinkedHashMap<>();
    programme.rooms().stream().map(Room::name).forEach(name -> rooms.put(name, List.of()));
    pairs(rooms.keySet(), false)
        .forEach(
            pair ->
                findings.add(
                    Topic.ROOM_ALIKE,
                    List.of(),
                    "“" + pair.get(0) + "” and “" + pair.get(1) + "” may be one room.",
                    "Spell the name the same if they are one, or list it as an alias."));
  }

  /** The sessions of each name. */
  private Map<String, List<String>> people() {
    Map<String, List<String>> people = new LinkedHashMap<>();
    for (Session session : programme.sessions()) {
      for (Slot slot : session.people()) {
        if (!slot.isOpen()) {
          people.computeIfAbsent(slot.name(), unseen -> new ArrayList<>()).add(session.id());
        }
      }
    }
    return people;
  }

  private static List<String> sessions(Map<String, List<String>> people, List<String> pair) {
    return pair.stream().map(name -> people.get(name).get(0)).distinct().toList();
  }

  /** Each name with the first that is likely the same. */
  private static List<List<String>> pairs(Set<String> names, boolean arePeople) {
    Map<String, List<String>> sharing = new HashMap<>();
    List<List<String>> pairs = new ArrayList<>();
    for (String name : names) {
      Set<String> met = new LinkedHashSet<>();
      for (String key : keys(Folding.of(name), arePeople)) {
        List<String> others = sharing.computeIfAbsent(key, unseen -> new ArrayList<>());
        met.addAll(others);
        if (others.size() < MOST_SHARING) {
          others.add(name);
        }
      }
      met.stream()
          .filter(other -> areAlike(Folding.of(other), Folding.of(name), arePeople))
          .findFirst()
          .ifPresent(other -> pairs.add(List.of(other, name)));
    }
    return pairs;
  }

  private static Set<String> keys(String folded, boolean arePeople) {
    Set<String> keys = new HashSet<>();
    keys.add(sorted(folded));
    if (folded.length() <= LONGEST) {
      for (int i = 0; i < folded.length(); i++) {
        keys.add(folded.substring(0, i) + folded.substring(i + 1));
      }
      keys.add(folded);
    }
    String[] words = folded.split(" ");
    if (arePeople && words.length > 1) {
      keys.add("initial " + words[0].charAt(0) + " " + words[words.length - 1]);
    }
    return keys;
  }

  private static String sorted(String folded) {
    return Arrays.stream(folded.split(" ")).sorted().collect(Collectors.joining(" "));
  }

  private static boolean areAlike(String one, String other, boolean arePeople) {
    return sorted(one).equals(sorted(other))
        || arePeople && isInitialOf(one, other)
        || isOneLetterFrom(one, other);
  }

  /** "A. Torres" and "Ana Torres", with or without the names between. */
  private static boolean isInitialOf(String one, String other) {
    String[] left = one.split(" ");
    String[] right = other.split(" ");
    boolean haveBoth = left.length > 1 && right.length > 1;
    return haveBoth
        && left[left.length - 1].equals(right[right.length - 1])
        && left[0].charAt(0) == right[0].charAt(0)
        && (left[0].length() == 1 || right[0].length() == 1 || left[0].equals(right[0]));
  }

  /** Long enough for a slip, and not one of several that are counted or lettered: "Hall 1". */
  private static boolean isOneLetterFrom(String one, String other) {
    int shorter = Math.min(one.length(), other.length());
    return shorter >= SHORTEST
        && Math.abs(one.length() - other.length()) <= 1
        && one.charAt(0) == other.charAt(0)
        && differsInAWord(one, other)
        && isOneEdit(one, other);
  }

  private static boolean differsInAWord(String one, String other) {
    String[] left = one.split(" ");
    String[] right = other.split(" ");
    if (left.length != right.length) {
      return one.replace(" ", "").equals(other.replace(" ", ""));
    }
    for (int i = 0; i < left.length; i++) {
      boolean isShort = Math.min(left[i].length(), right[i].length()) < 4;
      boolean isCounted = (left[i] + right[i]).chars().anyMatch(Character::isDigit);
      if (!left[i].equals(right[i]) && (isShort || isCounted)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isOneEdit(String one, String other) {
    int start = 0;
    int shorter = Math.min(one.length(), other.length());
    while (start < shorter && one.charAt(start) == other.charAt(start)) {
      start++;
    }
    String left = one.substring(start);
    String right = other.substring(start);
    return tail(left).equals(tail(right)) || tail(left).equals(right) || left.equals(tail(right));
  }

  private static String tail(String text) {
    return text.isEmpty() ? "" : text.substring(1);
  }
}
