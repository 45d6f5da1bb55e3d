package org.callboard.accounts;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A screen that follows an assignment; its secret is not part of it.
 *
 * @param seen when it last asked what it is, to a few minutes; empty when it never did
 */
public record PairedScreen(
    String id, Assignment assignment, Instant created, Optional<Instant> seen) {

  /**
   * What a screen is told to be.
   *
   * @param name what people call it
   * @param role {@code lobby} or {@code door}
   * @param room the room of a door; empty for a lobby
   * @param rooms those that a lobby lists; empty: all, and for a door
   * @param languages of its labels; empty: as the server is set
   * @param mode how several languages are shown: {@code single}, {@code stacked} or {@code
   *     alternating}
   * @param turn degrees clockwise by which the picture is turned on the device: 0, 90 or 270
   * @param distance metres from which it is read; 0: as the page has it
   * @param diagonal inches of its panel; 0: as the page takes it
   * @param theme one that the pages have; empty: as the page has it
   * @param night times of day of the event at which it is dim, such as {@code 22:00-07:00}, or
   *     empty
   * @param off times of day of the event at which it is dark
   */
  public record Assignment(
      String name,
      String role,
      String room,
      List<String> rooms,
      List<String> languages,
      String mode,
      int turn,
      int distance,
      double diagonal,
      String theme,
      String night,
      List<String> off) {

    /** A lobby as the server has it, without a name. */
    public static final Assignment PLAIN =
        new Assignment("", "lobby", "", List.of(), List.of(), "single", 0, 0, 0, "", "", List.of());

    public Assignment {
      rooms = List.copyOf(rooms);
      languages = List.copyOf(languages);
      off = List.copyOf(off);
    }
  }
}
