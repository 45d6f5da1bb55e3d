package org.callboard.feeds;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.callboard.agenda.Agenda;
import org.callboard.agenda.LiveSession;
import org.callboard.interchange.Outgoing;
import org.callboard.interchange.Standing;
import org.callboard.programme.Programme;
import org.callboard.programme.Room;
import org.callboard.programme.Session;

/** The day as it stands, as a programme for the formats of the field. */
public final class LiveProgramme {

  private LiveProgramme() {}

  /**
   * Live times, rooms, people and words; what is cancelled is there, and says so.
   *
   * @param home where the pages of this event are, such as {@code https://example.org}; or empty
   */
  public static Outgoing of(
      Agenda agenda, Chronicle chronicle, long revision, Words words, String home) {
    Map<String, Standing> standings = new HashMap<>();
    agenda.sessions().forEach(session -> standings.put(session.id(), standing(session, words)));
    return new Outgoing(programme(agenda), standings, chronicle.event(), revision + "", home);
  }

  private static Programme programme(Agenda agenda) {
    Programme plan = agenda.programme();
    Set<String> rooms = plan.rooms().stream().map(Room::id).collect(Collectors.toSet());
    List<Session> live = agenda.sessions().stream().map(each -> session(each, rooms)).toList();
    return new Programme(plan.event(), plan.days(), plan.rooms(), live);
  }

  /** A room that a new edition has dropped is none. */
  private static Session session(LiveSession live, Set<String> rooms) {
    Session plan = live.plan();
    return new Session(
        plan.id(),
        plan.label(),
        live.title(),
        live.kind(),
        live.rooms().stream().filter(rooms::contains).toList(),
        live.span(),
        plan.minimumMinutes(),
        plan.pinned(),
        live.languages(),
        plan.organiser(),
        live.people(),
        live.description(),
        plan.questions());
  }

  private static Standing standing(LiveSession session, Words words) {
    return switch (session.status()) {
      case CANCELLED -> new Standing(Standing.State.CANCELED, words.say("cancelled"));
      case DELAYED ->
          new Standing(
              Standing.State.DELAYED, session.isPostponed() ? words.say("timeUnknown") : "");
      case SCHEDULED -> Standing.AS_PLANNED;
    };
  }
}
