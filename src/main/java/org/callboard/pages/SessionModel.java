package org.callboard.pages;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.callboard.agenda.Agenda;
import org.callboard.agenda.LiveSession;
import org.callboard.programme.Day;
import org.callboard.programme.Programme;
import org.callboard.programme.Room;
import org.callboard.programme.Session;
import org.callboard.programme.Span;

/** Works out what the page of one session says. */
final class SessionModel {
  private final PageModel page;
  private final View view;
  private final Labels labels;
  private final Wording wording;
  private final SessionWords words;
  private final Agenda agenda;

  SessionModel(PageModel page, View view, Labels labels) {
    this.page = page;
    this.view = view;
    this.labels = labels;
    this.wording = page.wording();
    this.words = new SessionWords(view, labels, wording);
    this.agenda = view.boards().agenda();
  }

  SessionPage page(LiveSession session, Outside outside) {
    Span plan = session.plan().span();
    boolean holds = session.isOn() && session.span().equals(plan);
    return filled(
        session.plan(),
        session.title(),
        signs(session),
        holds ? "" : time(plan),
        session.isOn() ? time(session.span()) : "",
        wording.signs().places(session),
        session.isVenueWide() ? "" : Tongues.names(session.languages()),
        agenda.reason(session.id()),
        words.paragraphs(session),
        words.people(session),
        true,
        outside);
  }

  /** What is known of a session that is no longer in the programme. */
  SessionPage former(Session plan, Outside outside) {
    return filled(
        plan,
        plan.title(),
        List.of(Sign.cancelled(labels.say("isRemoved"))),
        time(plan.span()),
        "",
        places(plan),
        "",
        "",
        List.of(),
        List.of(),
        false,
        outside);
  }

  private SessionPage filled(
      Session plan,
      String title,
      List<Sign> signs,
      String was,
      String when,
      String where,
      String tongues,
      String reason,
      List<String> paragraphs,
      List<String> people,
      boolean isInProgramme,
      Outside outside) {
    String organiser =
        plan.organiser().isEmpty() ? "" : labels.say("organisedBy", plan.organiser());
    String address =
        outside.home().isEmpty() ? "" : outside.home() + "/sessions/" + Outside.segment(plan.id());
    return new SessionPage(
        page.masthead(),
        labels.words(),
        plan.id(),
        plan.label(),
        title,
        signs,
        was,
        when,
        where,
        tongues,
        reason,
        organiser,
        paragraphs,
        people,
        summary(signs, when.isEmpty() ? was : when, where),
        address,
        isInProgramme,
        outside);
  }

  private static String summary(List<Sign> signs, String time, String where) {
    Stream<String> standing = signs.stream().map(Sign::word);
    return Stream.concat(standing, Stream.of(time, where))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(" · "));
  }

  private List<Sign> signs(LiveSession session) {
    List<Sign> signs = new ArrayList<>();
    String state = words.state(session);
    if (state.equals("now")) {
      Instant end = session.span().end();
      signs.add(Sign.good(labels.say("nowUntil", wording.hours().clock(end))));
    } else if (state.equals("past")) {
      signs.add(new Sign("over", "", labels.say("isOver")));
    }
    signs.addAll(words.standing(session));
    return signs;
  }

  /** The day by its label, and both ends by the clock. */
  private String time(Span span) {
    Hours hours = wording.hours();
    String day = agenda.programme().dayOf(span.start()).map(Day::label).orElse("");
    String clocks = hours.clock(span.start()) + "–" + hours.clock(span.end());
    return day.isEmpty() ? clocks : day + ", " + clocks;
  }

  private String places(Session plan) {
    Programme programme = agenda.programme();
    return plan.isVenueWide()
        ? labels.say("wholeVenue")
        : plan.rooms().stream()
            .flatMap(id -> programme.room(id).stream())
            .map(Room::name)
            .collect(Collectors.joining(", "));
  }
}
