package org.callboard.programme;

/**
 * One place for a person in a session. An empty name means that the slot is open ("TBC"); an empty
 * affiliation means that none is known. A slot may be open and still have an affiliation.
 */
public record Slot(Role role, String name, String affiliation) {

  public Slot {
    name = name.strip();
    affiliation = affiliation.strip();
  }

  public static Slot open(Role role) {
    return new Slot(role, "", "");
  }

  public boolean isOpen() {
    return name.isEmpty();
  }
}
