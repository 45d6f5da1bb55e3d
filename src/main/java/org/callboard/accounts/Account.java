package org.callboard.accounts;

import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Somebody who may log in.
 *
 * @param rooms the ids of a host's rooms; empty for every other role, which is bound to none
 */
public record Account(String name, AccountRole role, Set<String> rooms) {
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,39}");
  private static final String LINK = "host:";
  private static final int MOST_ROOMS = 100;
  private static final int LONGEST_ROOM = 100;

  /**
   * Copies its rooms.
   *
   * @throws IllegalArgumentException when there can be no such account; the message says why
   */
  public Account {
    if (!isOfLink(name, role, rooms)) {
      requireName(name);
    }
    require(
        role == AccountRole.HOST || rooms.isEmpty(),
        "Only a host is bound to rooms; leave rooms out for the role " + role.word() + ".");
    require(
        role != AccountRole.HOST || !rooms.isEmpty(),
        "A host is bound to at least one room; name it in rooms.");
    require(
        rooms.size() <= MOST_ROOMS && rooms.stream().allMatch(Account::isRoom),
        "An account has at most 100 rooms, whose ids have 1 to 100 characters.");
    rooms = Collections.unmodifiableSet(new TreeSet<>(rooms));
  }

  /**
   * Who works by the link of a room. Nobody can log in under its name, which reads well in the
   * journal: {@code host:alcazar}.
   */
  static Account ofLink(String room) {
    return new Account(LINK + room, AccountRole.HOST, Set.of(room));
  }

  private static boolean isOfLink(String name, AccountRole role, Set<String> rooms) {
    return role == AccountRole.HOST
        && rooms.size() == 1
        && name.equals(LINK + rooms.iterator().next());
  }

  /** The name that is meant by what somebody typed. */
  static String nameIn(String typed) {
    return typed.strip().toLowerCase(Locale.ROOT);
  }

  /** Refuses what is no name to log in under, such as one that stands for a host's link. */
  static void requireName(String name) {
    require(
        isName(name),
        "An account's name has 1 to 40 characters of a-z, 0-9, dot, dash and underscore, and"
            + " starts with a letter or digit.");
  }

  static boolean isName(String name) {
    return NAME.matcher(name).matches();
  }

  private static boolean isRoom(String room) {
    return !room.isBlank() && room.length() <= LONGEST_ROOM;
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
