package org.callboard.paint;

import java.awt.BasicStroke;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.callboard.pages.Action;

/**
 * The signs of a board, which the typeface lacks, each in a square of 1 that stands on the line.
 */
final class Glyphs {
  private static final Map<Integer, Shape> SIGNS =
      Map.of(
          (int) '●', new Ellipse2D.Double(.08, -.74, .74, .74),
          (int) '▲', path(true, .02, 0, .46, -.8, .9, 0),
          (int) '→',
              stroked(path(false, 0, -.36, .86, -.36), path(false, .52, -.7, .86, -.36, .52, -.02)),
          (int) '✕', stroked(path(false, .1, -.7, .78, -.02), path(false, .1, -.02, .78, -.7)),
          (int) '◷',
              stroked(
                  new Ellipse2D.Double(.06, -.76, .78, .78),
                  path(false, .45, -.62, .45, -.37, .68, -.37)),
          (int) '◌', stroked(arcs()));

  /**
   * Private to this package, one for each action in its order; a sign of an action has no letter.
   */
  private static final int FIRST_ACTION = 0xE000;

  private static final List<Shape> ACTIONS =
      Arrays.stream(Action.values()).map(Glyphs::drawn).toList();

  private Glyphs() {}

  static boolean has(int point) {
    return SIGNS.containsKey(point) || isAction(point);
  }

  private static boolean isAction(int point) {
    return point >= FIRST_ACTION && point < FIRST_ACTION + ACTIONS.size();
  }

  /** The sign of an action as a letter. */
  static String of(Action action) {
    return Character.toString(FIRST_ACTION + action.ordinal());
  }

  /** The sign at a size; empty for any other letter. */
  static Optional<Shape> of(int point, float size) {
    AffineTransform larger = AffineTransform.getScaleInstance(size, size);
    Shape sign = isAction(point) ? ACTIONS.get(point - FIRST_ACTION) : SIGNS.get(point);
    return Optional.ofNullable(sign).map(larger::createTransformedShape);
  }

  /** In a square of 1.3 by 1.08 that stands a little below the line. */
  private static Shape drawn(Action action) {
    Path2D all = new Path2D.Double(Path2D.WIND_NON_ZERO);
    for (Action.Stroke stroke : action.strokes()) {
      BasicStroke pen =
          new BasicStroke(stroke.width(), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
      all.append(pen.createStrokedShape(line(stroke.path())), false);
    }
    AffineTransform smaller = AffineTransform.getScaleInstance(.0108, .0108);
    smaller.translate(0, -Action.HEIGHT * .86);
    return smaller.createTransformedShape(all);
  }

  /** Straight lines in the terms of SVG: M, L and Z with absolute coordinates. */
  private static Path2D line(String path) {
    Path2D line = new Path2D.Double();
    for (String step : path.split("(?=[MLZ])")) {
      String[] point = step.substring(1).split(" ");
      switch (step.charAt(0)) {
        case 'M' -> line.moveTo(Double.parseDouble(point[0]), Double.parseDouble(point[1]));
        case 'L' -> line.lineTo(Double.parseDouble(point[0]), Double.parseDouble(point[1]));
        default -> line.closePath();
      }
    }
    return line;
  }

  private static Path2D path(boolean isClosed, double... points) {
    Path2D path = new Path2D.Double();
    path.moveTo(points[0], points[1]);
    for (int i = 2; i < points.length; i += 2) {
      path.lineTo(points[i], points[i + 1]);
    }
    if (isClosed) {
      path.closePath();
    }
    return path;
  }

  private static Shape[] arcs() {
    Shape[] arcs = new Shape[6];
    for (int i = 0; i < arcs.length; i++) {
      arcs[i] = new Arc2D.Double(.06, -.76, .78, .78, i * 60, 30, Arc2D.OPEN);
    }
    return arcs;
  }

  private static Shape stroked(Shape... lines) {
    BasicStroke stroke = new BasicStroke(.13f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER);
    Path2D all = new Path2D.Double(Path2D.WIND_NON_ZERO);
    for (Shape line : lines) {
      all.append(stroke.createStrokedShape(line), false);
    }
    return all;
  }
}
