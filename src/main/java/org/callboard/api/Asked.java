package org.callboard.api;

import java.time.Instant;
import org.callboard.board.Boards;

/**
 * What a request asks about: the present, or the instant in its {@code at}, and the boards to
 * answer from.
 */
record Asked(Instant at, boolean isFixed, Boards boards) {}
