package org.callboard.pages;

import java.util.List;

/**
 * One line of a room: what is, comes, or does not come, and when.
 *
 * @param state {@code now}, {@code pause}, {@code idle}, {@code next}, {@code waiting}, {@code
 *     moved} or {@code cancelled}
 * @param glyph what stands before the time, or empty
 * @param was the planned time that does not hold any more, or empty
 * @param when a time or a state as people say it, or empty
 */
public record Line(
    String state, String glyph, String was, String when, String what, List<Sign> signs) {

  public Line {
    signs = List.copyOf(signs);
  }

  static Line idle(String what) {
    return new Line("idle", "", "", "", what, List.of());
  }

  Line without(String sign) {
    return new Line(
        state,
        glyph,
        was,
        when,
        what,
        signs.stream().filter(each -> !each.state().equals(sign)).toList());
  }
}
