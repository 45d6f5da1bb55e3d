package org.callboard.interchange;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.callboard.programme.Day;
import org.callboard.programme.Event;
import org.callboard.programme.Programme;
import org.callboard.programme.Session;

/**
 * A programme on its way out.
 *
 * @param standings by session, for those that do not stand as planned
 * @param identity what tells its sessions from those of other events; it never changes
 * @param version which state of the programme this is
 * @param home where its pages are, such as {@code https://example.org}; or empty
 */
public record Outgoing(
    Programme programme,
    Map<String, Standing> standings,
    String identity,
    String version,
    String home) {

  public Outgoing {
    standings = Map.copyOf(standings);
  }

  /** A programme as it was planned. */
  public static Outgoing plan(Programme programme) {
    Event event = programme.event();
    String version = event.asOf().map(LocalDate::toString).orElse("1");
    return new Outgoing(programme, Map.of(), event.name(), version, "");
  }

  Event event() {
    return programme.event();
  }

  Standing standing(Session session) {
    return standings.getOrDefault(session.id(), Standing.AS_PLANNED);
  }

  /** The title for formats that know no states. */
  String titleWithRemark(Session session) {
    String remark = standing(session).remark();
    return remark.isEmpty() ? session.title() : remark + ": " + session.title();
  }

  /** The days of the programme, made of its sessions where it names none. */
  List<Day> days() {
    return programme.days().isEmpty()
        ? DerivedDays.of(programme.sessions(), event().zone())
        : programme.days();
  }
}
