package org.callboard.pages;

import java.time.Instant;
import org.callboard.board.Boards;

/** What a page is asked to show. */
public record View(
    Boards boards,
    Instant now,
    boolean rehearsal,
    double speed,
    boolean fixed,
    String language,
    String theme) {}
