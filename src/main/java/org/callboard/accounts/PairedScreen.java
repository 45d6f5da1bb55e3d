package org.callboard.accounts;

import java.time.Instant;

/** A screen that follows an assignment; its secret is not part of it. */
public record PairedScreen(String id, Assignment assignment, Instant created) {

  /**
   * What a screen is told to be.
   *
   * @param name what people call it
   * @param role {@code lobby} or {@code door}
   * @param room the room of a door; empty for a lobby
   * @param language of its labels; empty: as the server is set
   * @param theme {@code night} or {@code day}; empty: as the page has it
   */
  public record Assignment(String name, String role, String room, String language, String theme) {}
}
