package org.callboard.feeds;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.callboard.agenda.Agenda;
import org.callboard.agenda.LiveAnnouncement;
import org.callboard.agenda.LiveSession;
import org.callboard.change.Announcement;
import org.callboard.change.Announcement.Mode;
import org.callboard.change.Announcement.Text;
import org.callboard.interchange.Markup;
import org.callboard.programme.Event;

/**
 * What people should know of a day, as an Atom feed (RFC 4287): each thread of announcements and
 * each session that changed is an entry, which keeps its id and is updated.
 */
public final class News {
  private static final String NAMESPACE = "http://www.w3.org/2005/Atom";
  private static final String ALERT = "application/cap+xml";
  private static final int MOST_ENTRIES = 200;
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

  private final Agenda agenda;
  private final Chronicle chronicle;
  private final Words words;
  private final String language;
  private final String home;
  private final Alerts alerts;
  private final Described described;
  private final Event event;
  private final ZoneId zone;

  /** One thing that people should know. */
  private record Item(
      String id, String title, Instant updated, String text, String page, List<String> alerts) {}

  /**
   * @param language of the words
   * @param home where the pages of this event are, such as {@code https://example.org}; or empty
   */
  public News(
      Agenda agenda,
      Chronicle chronicle,
      Words words,
      String language,
      String home,
      Alerts alerts) {
    this.agenda = agenda;
    this.chronicle = chronicle;
    this.words = words;
    this.language = language;
    this.home = home;
    this.alerts = alerts;
    this.described = new Described(agenda, words, home);
    this.event = agenda.programme().event();
    this.zone = event.zone();
  }

  /** The feed as it is at an instant of the event clock: what opens later is not told yet. */
  public String at(Instant now) {
    List<Item> items =
        Stream.concat(announcements(now), changes())
            .sorted(Comparator.comparing(Item::updated).reversed())
            .limit(MOST_ENTRIES)
            .toList();
    Markup xml = new Markup();
    xml.open("feed", "xmlns", NAMESPACE, "xml:lang", language)
        .text("id", urn("feed"))
        .text("title", event.name())
        .textIfAny("subtitle", event.subtitle())
        .text("updated", stamp(items.stream().findFirst().map(Item::updated).orElse(begun())));
    link(xml, "self", "application/atom+xml", "/exports/announcements.atom");
    link(xml, "alternate", "text/html", "/programme");
    xml.open("author").text("name", event.name()).close();
    xml.text("generator", "Callboard");
    items.forEach(item -> entry(xml, item));
    return xml.close().end();
  }

  private void entry(Markup xml, Item item) {
    xml.open("entry")
        .text("id", item.id())
        .text("title", item.title())
        .text("updated", stamp(item.updated()));
    link(xml, "alternate", "text/html", item.page());
    item.alerts().forEach(name -> link(xml, "related", ALERT, "/exports/alerts/" + name + ".cap"));
    xml.text("content", item.text().isBlank() ? item.title() : item.text(), "type", "text");
    xml.close();
  }

  private void link(Markup xml, String relation, String type, String path) {
    if (!home.isEmpty()) {
      xml.empty("link", "rel", relation, "type", type, "href", home + path);
    }
  }

  private Stream<Item> announcements(Instant now) {
    Map<String, List<LiveAnnouncement>> threads =
        agenda.announcements().stream()
            .filter(live -> !live.announcement().from().isAfter(now))
            .collect(
                Collectors.groupingBy(
                    live -> live.announcement().thread(), LinkedHashMap::new, Collectors.toList()));
    return Stream.concat(
        threads.values().stream().map(thread -> item(thread.get(thread.size() - 1))),
        chronicle.takenBack().stream()
            .filter(each -> !threads.containsKey(each.announcement().thread()))
            .filter(each -> !each.announcement().from().isAfter(now))
            .collect(
                Collectors.toMap(each -> each.announcement().thread(), each -> each, (a, b) -> b))
            .values()
            .stream()
            .map(this::takenBack));
  }

  /** An announcement that was heard and does not stand any more. */
  private Item takenBack(Telling telling) {
    Announcement announcement = telling.announcement();
    String headline = announcement.textIn(language).headline();
    return new Item(
        urn("announcement:" + announcement.thread()),
        mark(announcement) + words.say("cancelled") + ": " + headline,
        telling.changedAt(),
        "",
        "/",
        alerts.names(announcement.thread()));
  }

  /** The newest version of a thread. */
  private Item item(LiveAnnouncement newest) {
    Announcement announcement = newest.announcement();
    Text text = announcement.textIn(language);
    Instant changed =
        chronicle.telling(announcement.id()).map(Telling::changedAt).orElse(announcement.from());
    return new Item(
        urn("announcement:" + announcement.thread()),
        mark(announcement) + text.headline(),
        changed.isAfter(announcement.from()) ? changed : announcement.from(),
        joined(text.detail(), end(newest)),
        "/",
        alerts.names(announcement.thread()));
  }

  private String mark(Announcement announcement) {
    return announcement.mode() == Mode.LIVE ? "" : words.say(announcement.mode().word()) + ": ";
  }

  private String end(LiveAnnouncement live) {
    return live.end().map(end -> words.say("until", clock(end))).orElse("");
  }

  private Stream<Item> changes() {
    return agenda.sessions().stream().flatMap(session -> change(session).stream());
  }

  /** Empty for a session that stands as it was planned. */
  private Optional<Item> change(LiveSession session) {
    List<String> news = news(session);
    Optional<Trace> trace = chronicle.trace(session.id());
    if (news.isEmpty() || trace.isEmpty()) {
      return Optional.empty();
    }
    String id = session.id();
    return Optional.of(
        new Item(
            urn("session:" + id),
            session.title() + ": " + String.join(", ", news),
            trace.get().changedAt(),
            joined(times(session), described.location(session.rooms()), agenda.reason(id)),
            described.page(id).map(page -> page.substring(home.length())).orElse("/"),
            List.of()));
  }

  private List<String> news(LiveSession session) {
    List<String> news = new ArrayList<>();
    if (session.isCancelled()) {
      return List.of(words.say("cancelled"));
    }
    if (session.isPostponed()) {
      news.add(words.say("timeUnknown"));
    } else if (session.lateBy().toMinutes() > 0) {
      news.add(words.say("late", session.lateBy().toMinutes()));
    } else if (!session.span().start().equals(session.plan().span().start())) {
      news.add(words.say("newTime"));
    }
    if (!session.rooms().equals(session.plan().rooms())) {
      news.add(words.say("movedTo", described.places(session)));
    }
    return news;
  }

  private String times(LiveSession session) {
    String planned = clock(session.plan().span().start());
    String live = clock(session.span().start());
    return !session.isOn() || planned.equals(live) ? planned : planned + " → " + live;
  }

  private Instant begun() {
    return agenda.sessions().stream()
        .flatMap(session -> chronicle.trace(session.id()).stream())
        .map(Trace::changedAt)
        .max(Comparator.naturalOrder())
        .orElse(Instant.EPOCH);
  }

  private String urn(String what) {
    byte[] name = ("callboard:" + chronicle.event() + ":" + what).getBytes(StandardCharsets.UTF_8);
    return "urn:uuid:" + UUID.nameUUIDFromBytes(name);
  }

  private String clock(Instant instant) {
    return CLOCK.format(instant.atZone(zone));
  }

  private static String joined(String... parts) {
    return Stream.of(parts).filter(part -> !part.isBlank()).collect(Collectors.joining("\n"));
  }

  private static String stamp(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
