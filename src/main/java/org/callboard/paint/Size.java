package org.callboard.paint;

/** The sizes of type on a board, in the ratio 1 : 1.35 : 2 : 3; an alarm alone is larger. */
enum Size {
  SMALL(1),
  MIDDLE(1.35),
  LARGE(2),
  HUGE(3),
  ALARM(3.6);

  private final double ratio;

  Size(double ratio) {
    this.ratio = ratio;
  }

  /** In pixels, where the smallest has this many. */
  float of(int unit) {
    return Math.round(unit * ratio);
  }
}
