package org.callboard.interchange;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * Reads plain text and Markdown as the people who run an event write it; docs/programme-text.md is
 * the grammar.
 */
public final class ProgrammeText implements ProgrammeReader {
  static final String FORMAT = "programme-text";
  private static final int MOST_SESSIONS = 5_000;

  @Override
  public boolean recognises(Source source) throws UnreadableProgramme {
    return recognises(source.text());
  }

  @Override
  public Reading read(Source source, ReadingOptions options) throws UnreadableProgramme {
    return read(source.text(), options.zone());
  }

  boolean recognises(String text) {
    return TextLines.of(text).stream().anyMatch(line -> TimeLine.range(line.text()).isPresent());
  }

  /** Reads text that may have come out of another kind of file. */
  Reading read(String text, Optional<ZoneId> zone) throws UnreadableProgramme {
    Warnings warnings = new Warnings();
    List<TextLine> lines = TextLines.of(text);
    TextOutline outline = TextOutline.of(lines, warnings);
    if (outline.blocks().isEmpty()) {
      throw new UnreadableProgramme(
          0, "no session times were found: write each as 09:00 – 10:15 at the beginning of a line");
    }
    long sessions =
        outline.blocks().stream().mapToLong(block -> Math.max(1, block.parts().size())).sum();
    if (sessions > MOST_SESSIONS) {
      throw new UnreadableProgramme(
          0,
          "there are "
              + sessions
              + " sessions, more than "
              + MOST_SESSIONS
              + ": split the programme");
    }
    ZoneId own = outline.preamble().zone().or(() -> zone).orElse(ZoneOffset.UTC);
    if (outline.preamble().zone().isEmpty() && zone.isEmpty()) {
      warnings.add(
          0,
          "no-timezone",
          "no time zone is given, so times are read as UTC: add a line such as “Timezone: Europe/Brussels”");
    }
    TextTimetable timetable = TextTimetable.of(outline, own, warnings);
    return new Reading(
        FORMAT,
        new ProgrammeTextSessions(outline, timetable, own, warnings).programme(),
        warnings.inOrder());
  }
}
