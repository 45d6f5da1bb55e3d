package org.callboard.agenda;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.callboard.board.DayText;
import org.callboard.change.Effect;
import org.callboard.programme.Kind;
import org.callboard.programme.Programme;
import org.callboard.programme.Session;
import org.callboard.programme.Span;

/**
 * Days and what becomes of them as text: as {@link DayText} has them, where a title that begins
 * with an exclamation mark is pinned, and one that speaks of lunch, coffee or a break is one.
 */
final class Tables {
  static final ZoneId ZONE = ZoneId.of("Europe/Brussels");
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm").withZone(ZONE);
  private static final DateTimeFormatter EXACT =
      DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZONE);

  private Tables() {}

  static Programme programme(String text) {
    Programme read = DayText.programme(text);
    return new Programme(
        read.event(),
        read.days(),
        read.rooms(),
        read.sessions().stream().map(Tables::marked).toList());
  }

  /** An instant of 16 November 2017, the day of a table that names none. */
  static Instant at(String clock) {
    return LocalDateTime.parse("2017-11-16T" + clock).atZone(ZONE).toInstant();
  }

  /** One line for each effect that gives a session another time. */
  static String shifts(Agenda agenda, List<Effect> effects) {
    StringBuilder table = new StringBuilder();
    for (Effect effect : effects) {
      if (effect instanceof Effect.Retimed retimed) {
        table.append(agenda.session(retimed.session()).orElseThrow().title());
        table.append(' ').append(clock(retimed.from())).append(" > ").append(clock(retimed.to()));
        table.append(retimed.absorbedMinutes() > 0 ? " absorbs " + retimed.absorbedMinutes() : "");
        table.append('\n');
      }
    }
    return table.toString();
  }

  static String clock(Span span) {
    return clock(span.start()) + "-" + clock(span.end());
  }

  private static String clock(Instant instant) {
    return instant.getEpochSecond() % 60 == 0 ? CLOCK.format(instant) : EXACT.format(instant);
  }

  private static Session marked(Session session) {
    String title = session.title().toLowerCase(Locale.ROOT);
    boolean isBreak = title.contains("coffee") || title.contains("break");
    Kind kind = isBreak ? Kind.BREAK : session.isVenueWide() ? Kind.PLENARY : session.kind();
    return new Session(
        session.id(),
        "",
        session.title(),
        title.contains("lunch") ? Kind.LUNCH : kind,
        session.rooms(),
        session.span(),
        0,
        title.startsWith("!"),
        List.of(),
        "",
        session.people(),
        "",
        List.of());
  }
}
