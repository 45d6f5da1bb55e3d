package org.callboard.pages;

import java.time.Instant;
import java.util.List;
import org.callboard.board.Boards;

/**
 * What a page is asked to show.
 *
 * @param fixed whether the page stands still at {@code now} instead of going on
 * @param speed event seconds in a second
 * @param language code of the labels
 * @param theme {@code night}, {@code day}, {@code contrast} or {@code dim}
 * @param screen the name that a screen goes by, else empty
 * @param rooms those that a lobby lists; empty: all
 * @param speech every language that it speaks; the first is {@code language}
 */
public record View(
    Boards boards,
    Instant now,
    boolean rehearsal,
    double speed,
    boolean fixed,
    String language,
    String theme,
    String screen,
    List<String> rooms,
    Speech speech) {
  public View {
    rooms = List.copyOf(rooms);
  }

  /** What is asked for by no screen of a name. */
  public View(
      Boards boards,
      Instant now,
      boolean rehearsal,
      double speed,
      boolean fixed,
      String language,
      String theme) {
    this(
        boards,
        now,
        rehearsal,
        speed,
        fixed,
        language,
        theme,
        "",
        List.of(),
        Speech.only(language));
  }
}
