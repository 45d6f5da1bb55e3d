package org.callboard.pages;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.callboard.agenda.LiveSession;
import org.callboard.programme.Day;
import org.callboard.programme.Programme;
import org.callboard.programme.Room;

/** Works out what the phone's programme says. */
final class GuideModel {
  /** How many changes a phone lists before now and next. */
  private static final int CHANGES_ON_TOP = 6;

  private static final List<String> LANGUAGES = List.of("en", "fr", "es", "tr", "nl");

  private final PageModel page;
  private final View view;
  private final Labels labels;
  private final Wording wording;
  private final SessionWords words;
  private final Programme programme;

  GuideModel(PageModel page, View view, Labels labels) {
    this.page = page;
    this.view = view;
    this.labels = labels;
    this.wording = page.wording();
    this.words = new SessionWords(view, labels, wording);
    this.programme = view.boards().agenda().programme();
  }

  Guide guide(Outside outside) {
    List<Told> changes = changes();
    int more = Math.max(0, changes.size() - CHANGES_ON_TOP);
    return new Guide(
        page.masthead(),
        labels.words(),
        wording.venuePauseText(),
        changes.subList(0, changes.size() - more),
        more > 0 ? labels.say("andMore", more) : "",
        page.rows(),
        days(),
        feeds(outside),
        LANGUAGES.stream().map(this::tongue).toList(),
        outside);
  }

  /** Days that are over come last, since nobody opens the page for them. */
  private List<Guide.GuideDay> days() {
    Instant now = view.now();
    List<Day> all = programme.days();
    return Stream.concat(
            all.stream().filter(day -> day.span().end().isAfter(now)),
            all.stream().filter(day -> !day.span().end().isAfter(now)))
        .map(day -> new Guide.GuideDay("day-" + all.indexOf(day), day.label(), entries(day)))
        .toList();
  }

  /** The news of all rooms, each once, the gravest first. */
  private List<Told> changes() {
    return wording.frames().stream()
        .flatMap(frame -> wording.notices().anywhere(frame).stream())
        .distinct()
        .sorted(Comparator.comparing(told -> told.weight().equals("grave") ? 0 : 1))
        .toList();
  }

  private List<Guide.Feed> feeds(Outside outside) {
    List<Guide.Feed> feeds = new ArrayList<>();
    feeds.add(feed(outside, "/exports/programme.ics", labels.say("wholeProgramme")));
    for (Room room : programme.rooms()) {
      String path = "/exports/rooms/" + Outside.segment(room.id()) + ".ics";
      feeds.add(feed(outside, path, room.name()));
    }
    return feeds;
  }

  private Guide.Feed feed(Outside outside, String path, String name) {
    return new Guide.Feed(outside.feed(path + "?lang=" + labels.language()), name);
  }

  private Guide.Tongue tongue(String code) {
    Locale locale = Locale.forLanguageTag(code);
    return new Guide.Tongue(
        code, locale.getDisplayLanguage(locale), code.equals(labels.language()));
  }

  private List<Guide.Entry> entries(Day day) {
    return view.boards().agenda().sessions().stream()
        .filter(session -> programme.dayOf(session.span().start()).equals(Optional.of(day)))
        .map(this::entry)
        .toList();
  }

  private Guide.Entry entry(LiveSession session) {
    Hours hours = wording.hours();
    return new Guide.Entry(
        session.id(),
        words.state(session),
        session.isOn()
            ? wording.signs().wasStart(session)
            : hours.clock(session.plan().span().start()),
        session.isOn() ? hours.clock(session.span().start()) : "",
        session.isOn() ? hours.clock(session.span().end()) : "",
        session.plan().label(),
        session.title(),
        words.standing(session),
        wording.signs().places(session),
        tongues(session),
        labels.say("moreAbout", session.title()),
        words.paragraphs(session),
        words.people(session));
  }

  private static String tongues(LiveSession session) {
    String names = session.isVenueWide() ? "" : Tongues.names(session.languages());
    return names.isEmpty() ? "" : " — " + names;
  }
}
