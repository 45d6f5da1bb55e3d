package org.callboard.agenda;

import org.callboard.change.Effect;
import org.callboard.programme.Span;

/**
 * A session at another time.
 *
 * @param absorbedMinutes how much of the delay it took into itself by becoming shorter
 */
record Shift(String session, Span from, Span to, long absorbedMinutes) {

  Effect.Retimed effect() {
    return new Effect.Retimed(session, from, to, absorbedMinutes);
  }
}
