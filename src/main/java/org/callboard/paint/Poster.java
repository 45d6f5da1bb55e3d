package org.callboard.paint;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.callboard.pages.Bulletin;
import org.callboard.pages.Door;
import org.callboard.pages.DoorWords;
import org.callboard.pages.Line;
import org.callboard.pages.Sign;
import org.callboard.pages.Told;
import org.callboard.paint.Passage.Part;

/**
 * What stands on an image of a board, and in which order it gives way. Nothing of it passes with
 * the minutes, so that a board that has not turned is the same poster.
 *
 * @param blocks paragraphs that stand together
 * @param alarm {@code live}, {@code exercise} or {@code test} where it covers everything, else
 *     empty
 */
record Poster(List<List<Passage>> blocks, String alarm) {
  private static final int NEVER = 0;
  private static final int LAST = 1;
  private static final int LATE = 2;
  private static final int SOON = 3;
  private static final int SOONER = 4;
  private static final int FIRST = 5;

  Poster {
    blocks =
        blocks.stream()
            .map(block -> block.stream().filter(passage -> !passage.isEmpty()).toList())
            .filter(block -> !block.isEmpty())
            .toList();
  }

  static Poster of(DoorWords words) {
    return words
        .bulletin()
        .takeover()
        .map(alarm -> alarm(words, alarm))
        .orElseGet(() -> of(words, words.door()));
  }

  private static Poster alarm(DoorWords words, Bulletin.Takeover alarm) {
    List<Passage> told =
        List.of(
            passage(Part.BODY, Size.LARGE, NEVER, 1, Words.bold(alarm.watermark())),
            passage(
                Part.BODY,
                Size.ALARM,
                NEVER,
                3,
                Words.bold(Glyphs.of(alarm.instruction().action()) + " " + alarm.headline())),
            passage(Part.BODY, Size.LARGE, LAST, 2, Words.plain(alarm.detail())));
    List<Passage> foot =
        List.of(
            beside(
                passage(Part.FOOT, Size.SMALL, NEVER, 1, Words.plain(words.door().name())),
                words.asOf()));
    return new Poster(List.of(told, foot), alarm.mode());
  }

  private static Poster of(DoorWords words, Door door) {
    List<List<Passage>> blocks = new ArrayList<>();
    blocks.add(head(door, words.asOf()));
    words.bulletin().bands().forEach(told -> blocks.add(told(told, Part.BAND, Size.LARGE)));
    door.told().forEach(told -> blocks.add(told(told, Part.BODY, Size.MIDDLE)));
    door.now().forEach(showing -> blocks.add(showing(showing)));
    blocks.add(List.of(idle(door)));
    blocks.add(next(door));
    blocks.add(later(door));
    words.bulletin().notices().forEach(told -> blocks.add(told(told, Part.FOOT, Size.MIDDLE)));
    blocks.add(foot(words));
    return new Poster(blocks, "");
  }

  private static List<Passage> head(Door door, String asOf) {
    Passage tongues = passage(Part.HEAD, Size.SMALL, FIRST, 0, Words.quiet(door.tongues()));
    return List.of(
        passage(Part.HEAD, Size.HUGE, NEVER, 1, Words.bold(door.name())), beside(tongues, asOf));
  }

  private static List<Passage> told(Told told, Part part, Size size) {
    boolean isGrave = told.weight().equals("grave") || part == Part.BAND;
    int rank = isGrave ? LAST : LATE;
    Sign sign = told.sign();
    String headline = sign.glyph().isEmpty() ? sign.word() : sign.glyph() + " " + sign.word();
    return List.of(
        passage(
            part,
            isGrave ? Size.LARGE : size,
            rank,
            1,
            Words.bold(headline).in(Ink.of(sign.state()))),
        passage(
            part,
            Size.MIDDLE,
            rank,
            isGrave ? 1 : 0,
            timed(told.was(), told.when(), Words.plain(told.what()), List.of())),
        passage(part, Size.SMALL, SOON, 0, Words.quiet(told.detail())));
  }

  private static List<Passage> showing(Door.Showing showing) {
    List<Passage> said = new ArrayList<>();
    said.add(passage(Part.BODY, Size.MIDDLE, NEVER, 1, heading(showing)));
    said.add(passage(Part.BODY, Size.SMALL, SOON, 0, Words.quiet(showing.label())));
    said.add(passage(Part.BODY, Size.LARGE, LATE, 2, Words.bold(showing.title())));
    said.add(passage(Part.BODY, Size.SMALL, SOONER, 0, Words.quiet(showing.organiser())));
    showing
        .people()
        .forEach(cast -> said.add(passage(Part.BODY, Size.SMALL, SOONER, 0, people(cast))));
    return said;
  }

  private static Words[] heading(Door.Showing showing) {
    Ink ink = showing.state().equals("now") ? Ink.GOOD : Ink.QUIET;
    String glyph = showing.state().equals("now") ? "● " : "";
    List<Words> words = new ArrayList<>();
    words.add(Words.bold(glyph + showing.heading()).in(ink));
    if (!showing.was().isEmpty()) {
      words.add(Words.plain(" "));
      words.add(Words.struck(showing.was()));
    }
    showing.signs().forEach(sign -> words.addAll(beside(sign)));
    return words.toArray(Words[]::new);
  }

  private static Words[] people(Door.Cast cast) {
    List<Words> words = new ArrayList<>();
    words.add(Words.quiet(cast.role() + "  "));
    for (Door.Person person : cast.people()) {
      words.add(Words.plain((words.size() > 1 ? " · " : " ") + person.name()));
      if (!person.fresh().isEmpty()) {
        words.add(Words.plain(" " + person.fresh()).in(Ink.LATE));
      }
    }
    return words.toArray(Words[]::new);
  }

  /** That nothing is on is not the news where the news says why. */
  private static Passage idle(Door door) {
    Words words = Words.quiet(door.idle());
    return door.told().isEmpty()
        ? passage(Part.BODY, Size.LARGE, NEVER, 1, words)
        : passage(Part.BODY, Size.MIDDLE, SOONER, 0, words);
  }

  /** What comes next takes the space where nothing is on. */
  private static List<Passage> next(Door door) {
    boolean isIdle = door.now().isEmpty();
    List<Passage> passages = new ArrayList<>();
    for (Line line : door.next()) {
      Words word = Words.quiet(passages.isEmpty() ? door.nextWord() + "   " : "");
      passages.add(
          isIdle
              ? passage(Part.BODY, Size.LARGE, LATE, 1, line(line, true))
              : passage(Part.FOOT, Size.MIDDLE, LATE, 1, begun(word, line(line, false))));
    }
    String word = isIdle && !passages.isEmpty() ? door.nextWord() : "";
    passages.add(0, passage(Part.BODY, Size.SMALL, SOONER, 0, Words.quiet(word)));
    return passages;
  }

  /** What follows runs on in one paragraph. */
  private static List<Passage> later(Door door) {
    List<Words> words = new ArrayList<>();
    for (Line line : door.later()) {
      words.add(Words.quiet(words.isEmpty() ? door.laterWord() + "   " : "   "));
      words.addAll(List.of(line(line, false)));
    }
    return List.of(passage(Part.FOOT, Size.SMALL, FIRST, 0, words.toArray(Words[]::new)));
  }

  private static Words[] begun(Words first, Words[] rest) {
    return Stream.concat(Stream.of(first), Stream.of(rest)).toArray(Words[]::new);
  }

  private static Words[] line(Line line, boolean isBold) {
    Words what = isBold ? Words.bold(line.what()) : Words.plain(line.what());
    return timed(line.was(), line.when(), what, line.signs());
  }

  private static Words[] timed(String was, String when, Words what, List<Sign> signs) {
    List<Words> words = new ArrayList<>();
    if (!was.isEmpty()) {
      words.add(Words.struck(was));
      words.add(Words.plain(" "));
    }
    if (!when.isEmpty()) {
      words.add(Words.bold(when + "  "));
      words.add(Words.plain(" "));
    }
    words.add(what);
    signs.forEach(sign -> words.addAll(beside(sign)));
    return words.toArray(Words[]::new);
  }

  private static List<Words> beside(Sign sign) {
    String glyph = sign.glyph().isEmpty() ? "" : sign.glyph() + " ";
    boolean isStruck = sign.state().equals("was");
    return List.of(
        Words.plain("   "), new Words(glyph + sign.word(), false, Ink.of(sign.state()), isStruck));
  }

  private static List<Passage> foot(DoorWords words) {
    String ambient = words.bulletin().ambient();
    String note = ambient.isEmpty() ? words.door().note() : ambient;
    Passage foot = passage(Part.FOOT, Size.SMALL, FIRST, 0, Words.quiet(note));
    return List.of(beside(foot, words.door().masthead().rehearsal()));
  }

  private static Passage beside(Passage passage, String aside) {
    List<Words> words = aside.isEmpty() ? List.of() : List.of(Words.bold(aside));
    int rank = aside.isEmpty() ? passage.rank() : NEVER;
    int least = aside.isEmpty() ? passage.least() : 1;
    return new Passage(passage.part(), passage.size(), passage.words(), words, rank, least);
  }

  private static Passage passage(Part part, Size size, int rank, int least, Words... words) {
    return new Passage(part, size, List.of(words), List.of(), rank, least);
  }
}
