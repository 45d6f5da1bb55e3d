package org.callboard.paint;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.font.TextLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.callboard.paint.Passage.Part;
import org.callboard.paint.Typesetter.Row;

/** A poster laid out on one image: what gives way has given way. */
final class Composition {
  private static final double LINE = 1.25;
  private static final int LEAST_UNIT = 9;
  private static final int LEAST_ALARM = 5;

  private final Poster poster;
  private final Format format;
  private final Palette palette;
  private final Typesetter typesetter;
  private final int unit;
  private final int margin;
  private final List<List<Piece>> blocks = new ArrayList<>();

  private Composition(Poster poster, Format format, Typesetter typesetter, int unit) {
    this.poster = poster;
    this.format = format;
    this.palette = new Palette(format, poster.alarm());
    this.typesetter = typesetter;
    this.unit = unit;
    this.margin = Math.round(unit * 1.4f);
    poster.blocks().forEach(block -> blocks.add(block.stream().map(this::piece).toList()));
    makeRoom();
  }

  /** The size of the smallest type follows from the image alone, and is never made smaller. */
  static int unit(Format format) {
    boolean isUpright = format.width() < format.height();
    double across = format.width() / (isUpright ? 27.0 : 40.0);
    double down = format.height() / (isUpright ? 36.0 : 24.0);
    return Math.max(LEAST_UNIT, (int) Math.min(across, down));
  }

  /**
   * The composition of a poster on an image. What covers everything is said to its end: it alone is
   * set smaller where it has no room.
   */
  static Composition of(Poster poster, Format format, IntFunction<Typesetter> typesetters) {
    int unit = unit(format);
    Composition composition = new Composition(poster, format, typesetters.apply(unit), unit);
    while (!poster.alarm().isEmpty() && !composition.isWhole() && unit > LEAST_ALARM) {
      unit--;
      composition = new Composition(poster, format, typesetters.apply(unit), unit);
    }
    return composition;
  }

  /** Whether nothing had to give way. */
  boolean isWhole() {
    return height() <= format.height() - 2 * margin
        && blocks.stream().flatMap(List::stream).allMatch(piece -> piece.kept == piece.rows.size());
  }

  /** A passage, and how many of its lines have room. */
  private final class Piece {
    private final Passage passage;
    private final List<Row> rows;
    private int kept;

    private Piece(Passage passage, List<Row> rows) {
      this.passage = passage;
      this.rows = rows;
      this.kept = rows.size();
    }

    private int lineHeight() {
      return (int) Math.round(passage.size().of(unit) * LINE);
    }

    private int height() {
      return kept * lineHeight();
    }

    private boolean canGive() {
      return kept > Math.max(0, passage.least());
    }

    private Row row(int index) {
      boolean isCut = index == kept - 1 && kept < rows.size();
      return isCut ? typesetter.cut(passage, rows.get(index), width(passage)) : rows.get(index);
    }
  }

  private Piece piece(Passage passage) {
    return new Piece(passage, typesetter.rows(passage, width(passage)));
  }

  private float width(Passage passage) {
    int inset = passage.part() == Part.BAND ? 2 * unit : 0;
    return Math.max(unit, format.width() - 2 * margin - inset);
  }

  private void makeRoom() {
    Optional<Piece> giving = giving();
    while (height() > format.height() - 2 * margin && giving.isPresent()) {
      giving.get().kept--;
      giving = giving();
    }
  }

  /** The last of those that give way first. */
  private Optional<Piece> giving() {
    return blocks.stream()
        .flatMap(List::stream)
        .filter(Piece::canGive)
        .reduce((one, other) -> other.passage.rank() >= one.passage.rank() ? other : one);
  }

  private int height() {
    return Stream.of(Part.values()).mapToInt(this::height).sum() - gap();
  }

  private int height(Part part) {
    return of(part).stream().mapToInt(this::height).sum();
  }

  private List<List<Piece>> of(Part part) {
    return blocks.stream()
        .filter(block -> block.get(0).passage.part() == part)
        .filter(block -> block.stream().anyMatch(piece -> piece.kept > 0))
        .toList();
  }

  private int height(List<Piece> block) {
    int lines = block.stream().mapToInt(Piece::height).sum();
    return lines + gap() + (isBand(block) ? gap() : 0);
  }

  private int gap() {
    return Math.round(unit * .8f);
  }

  private static boolean isBand(List<Piece> block) {
    return block.get(0).passage.part() == Part.BAND;
  }

  void draw(Graphics2D graphics) {
    graphics.setColor(palette.ground());
    graphics.fillRect(0, 0, format.width(), format.height());
    int foot = format.height() - margin - height(Part.FOOT) + gap();
    int y = poster.alarm().isEmpty() ? board(graphics) : alarm(graphics, foot);
    if (y - gap() <= foot && !of(Part.FOOT).isEmpty()) {
      foot(graphics, foot);
    }
  }

  private int board(Graphics2D graphics) {
    int y = rule(graphics, draw(graphics, Part.HEAD, margin));
    return draw(graphics, Part.BODY, draw(graphics, Part.BAND, y));
  }

  private int alarm(Graphics2D graphics, int foot) {
    return draw(graphics, Part.BODY, Math.max(margin, (foot - height(Part.BODY)) / 2));
  }

  /** On an image too small for both, what is on goes before what comes. */
  private void foot(Graphics2D graphics, int y) {
    if (poster.alarm().isEmpty()) {
      rule(graphics, y);
    }
    draw(graphics, Part.FOOT, y);
  }

  private int draw(Graphics2D graphics, Part part, int top) {
    int y = top;
    for (List<Piece> block : of(part)) {
      if (isBand(block)) {
        band(graphics, block, y);
        y += gap() / 2;
      }
      for (Piece piece : block) {
        y = draw(graphics, piece, y);
      }
      y += isBand(block) ? gap() + gap() / 2 : gap();
    }
    return y;
  }

  private int draw(Graphics2D graphics, Piece piece, int top) {
    int y = top;
    for (int i = 0; i < piece.kept; i++) {
      int line = y + (int) Math.round(piece.passage.size().of(unit) * .98);
      if (!piece.rows.isEmpty()) {
        place(graphics, piece.row(i).layout(), piece.passage, line);
      }
      if (i == 0 && !piece.passage.aside().isEmpty()) {
        TextLayout aside = typesetter.aside(piece.passage);
        aside.draw(graphics, format.width() - margin - aside.getAdvance(), line);
      }
      y += piece.lineHeight();
    }
    return y;
  }

  /** A line that reads from the right begins there. */
  private void place(Graphics2D graphics, TextLayout layout, Passage passage, int line) {
    float left = margin + (format.width() - 2 * margin - width(passage)) / 2;
    float free = width(passage) - layout.getVisibleAdvance();
    layout.draw(graphics, layout.isLeftToRight() ? left : left + free, line);
  }

  private void band(Graphics2D graphics, List<Piece> block, int y) {
    Color own = palette.of(block.get(0).passage.words().get(0).ink());
    graphics.setColor(own);
    graphics.fillRect(margin, y, format.width() - 2 * margin, height(block) - gap());
  }

  private int rule(Graphics2D graphics, int y) {
    graphics.setColor(palette.of(Ink.QUIET));
    int thick = Math.max(1, unit / 16);
    graphics.fillRect(margin, y - gap() / 2, format.width() - 2 * margin, thick);
    return y + gap() / 2;
  }
}
