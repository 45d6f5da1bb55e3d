package org.callboard.pages;

import java.time.Instant;
import org.callboard.board.Boards;

/**
 * What a page is asked to show.
 *
 * @param fixed whether the page stands still at {@code now} instead of going on
 * @param speed event seconds in a second
 * @param language code of the labels
 * @param theme {@code night} or {@code day}
 */
public record View(
    Boards boards,
    Instant now,
    boolean rehearsal,
    double speed,
    boolean fixed,
    String language,
    String theme) {}
