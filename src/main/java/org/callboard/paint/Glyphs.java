package org.callboard.paint;

import java.awt.BasicStroke;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.util.Map;
import java.util.Optional;

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

  private Glyphs() {}

  static boolean has(int point) {
    return SIGNS.containsKey(point);
  }

  /** The sign at a size; empty for any other letter. */
  static Optional<Shape> of(int point, float size) {
    AffineTransform larger = AffineTransform.getScaleInstance(size, size);
    return Optional.ofNullable(SIGNS.get(point)).map(larger::createTransformedShape);
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
