package org.callboard.feeds;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.callboard.agenda.Agenda;
import org.callboard.agenda.LiveAnnouncement;
import org.callboard.change.Announcement;
import org.callboard.change.Announcement.Level;
import org.callboard.change.Announcement.Target;
import org.callboard.change.Announcement.Text;
import org.callboard.interchange.Markup;
import org.callboard.programme.Room;
import org.callboard.programme.Slug;

/**
 * The safety announcements of the day as messages of the Common Alerting Protocol 1.2 (OASIS). A
 * thread is an Alert, an Update for each later version, and a Cancel once it is over. One that was
 * undone had been heard all the same: a message takes it back.
 */
public final class Alerts {
  private static final String NAMESPACE = "urn:oasis:names:tc:emergency:cap:1.2";
  private static final String END = "-end";
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx", Locale.ROOT);

  private final Agenda agenda;
  private final Chronicle chronicle;
  private final String language;
  private final String home;
  private final boolean isRehearsal;
  private final String sender;
  private final ZoneId zone;
  private final Map<String, Message> messages = new LinkedHashMap<>();

  /** A message by its name, with the one that it answers to. */
  private record Message(
      String name, Instant sent, Kind kind, Announcement announcement, List<Message> before) {}

  /** The words of the standard for what a message is. */
  private enum Kind {
    ALERT("Alert"),
    UPDATE("Update"),
    CANCEL("Cancel");

    private final String word;

    Kind(String word) {
      this.word = word;
    }
  }

  /**
   * @param language of what is announced without naming one
   * @param home where the pages of this event are; or empty
   * @param isRehearsal whether the day is only rehearsed, so that nothing of it is actual
   */
  public Alerts(
      Agenda agenda, Chronicle chronicle, String language, String home, boolean isRehearsal) {
    this.agenda = agenda;
    this.chronicle = chronicle;
    this.language = language;
    this.home = home;
    this.isRehearsal = isRehearsal;
    this.sender = Slug.of(chronicle.event()) + ".callboard";
    this.zone = agenda.programme().event().zone();
    threads().forEach(this::tell);
    takenBack().forEach(this::tellTakenBack);
  }

  /** The names of all messages, the oldest first. */
  public List<String> names() {
    return List.copyOf(messages.keySet());
  }

  /** The names of the messages about a thread of announcements. */
  List<String> names(String thread) {
    return messages(thread).stream().map(Message::name).toList();
  }

  private List<Message> messages(String thread) {
    return messages.values().stream()
        .filter(message -> message.announcement().thread().equals(thread))
        .collect(Collectors.toCollection(ArrayList::new));
  }

  /** A message as XML; empty for a name that none has. */
  public Optional<String> message(String name) {
    return Optional.ofNullable(messages.get(name)).map(this::xml);
  }

  private Map<String, List<LiveAnnouncement>> threads() {
    return agenda.announcements().stream()
        .collect(
            Collectors.groupingBy(
                live -> live.announcement().thread(), LinkedHashMap::new, Collectors.toList()));
  }

  private Map<String, List<Telling>> takenBack() {
    return chronicle.takenBack().stream()
        .filter(each -> each.announcement().level() == Level.SAFETY)
        .collect(
            Collectors.groupingBy(
                each -> each.announcement().thread(), LinkedHashMap::new, Collectors.toList()));
  }

  /** What stands of its thread, if anything does, is said again; else the thread is over. */
  private void tellTakenBack(String thread, List<Telling> undone) {
    List<Message> told = messages(thread);
    for (Telling each : undone) {
      Announcement heard = each.announcement();
      told.add(message(heard, told.isEmpty() ? Kind.ALERT : Kind.UPDATE, told));
      Optional<Announcement> standing = standing(thread);
      told.add(
          new Message(
              heard.id() + END,
              each.takenBackAt().orElseThrow(),
              standing.isPresent() ? Kind.UPDATE : Kind.CANCEL,
              standing.orElse(heard),
              List.copyOf(told)));
    }
    told.forEach(message -> messages.put(message.name(), message));
  }

  /** The takeover of a thread that people are to follow now. */
  private Optional<Announcement> standing(String thread) {
    return agenda.announcements().stream()
        .filter(live -> live.endedAt().isEmpty())
        .map(LiveAnnouncement::announcement)
        .filter(each -> each.level() == Level.SAFETY && each.thread().equals(thread))
        .reduce((one, later) -> later);
  }

  private void tell(String name, List<LiveAnnouncement> thread) {
    List<Message> told = new ArrayList<>();
    List<LiveAnnouncement> takeovers =
        thread.stream().filter(live -> live.announcement().level() == Level.SAFETY).toList();
    for (LiveAnnouncement live : takeovers) {
      Kind kind = told.isEmpty() ? Kind.ALERT : Kind.UPDATE;
      told.add(message(live.announcement(), kind, told));
    }
    if (!takeovers.isEmpty()) {
      end(takeovers.get(takeovers.size() - 1), thread, told).ifPresent(told::add);
    }
    told.forEach(message -> messages.put(message.name(), message));
  }

  /** Over by the words of an all-clear, else without words of its own. */
  private Optional<Message> end(
      LiveAnnouncement last, List<LiveAnnouncement> thread, List<Message> told) {
    Optional<Message> allClear =
        thread.stream()
            .map(LiveAnnouncement::announcement)
            .filter(Announcement::isAllClear)
            .reduce((one, later) -> later)
            .map(words -> message(words, Kind.CANCEL, told));
    return allClear.or(
        () ->
            last.endedAt()
                .map(
                    at ->
                        new Message(
                            last.announcement().id() + END,
                            at,
                            Kind.CANCEL,
                            last.announcement(),
                            List.copyOf(told))));
  }

  private Message message(Announcement announcement, Kind kind, List<Message> before) {
    Instant sent =
        chronicle.telling(announcement.id()).map(Telling::at).orElse(announcement.from());
    return new Message(announcement.id(), sent, kind, announcement, List.copyOf(before));
  }

  private String xml(Message message) {
    Markup xml = new Markup();
    xml.open("alert", "xmlns", NAMESPACE)
        .text("identifier", identifier(message))
        .text("sender", sender)
        .text("sent", stamp(message.sent()))
        .text("status", status(message.announcement()))
        .text("msgType", message.kind().word)
        .text("scope", "Public")
        .textIfAny(
            "references",
            message.before().stream().map(this::reference).collect(Collectors.joining(" ")));
    texts(message.announcement()).forEach((spoken, text) -> info(xml, message, spoken, text));
    return xml.close().end();
  }

  /** A word without spaces and commas, since references are lists of them. */
  private String identifier(Message message) {
    return sender + "." + message.name();
  }

  private String reference(Message message) {
    return sender + "," + identifier(message) + "," + stamp(message.sent());
  }

  /** What is rehearsed is never meant, whatever it says of itself. */
  private String status(Announcement announcement) {
    return switch (announcement.mode()) {
      case LIVE -> isRehearsal ? "Exercise" : "Actual";
      case EXERCISE -> "Exercise";
      case TEST -> "Test";
    };
  }

  private Map<String, Text> texts(Announcement announcement) {
    Map<String, Text> texts = new LinkedHashMap<>();
    texts.put(language, announcement.textIn(language));
    announcement.translations().forEach(texts::putIfAbsent);
    return texts;
  }

  /**
   * A takeover asks people to act at once, so that it is immediate and severe; the standard's order
   * of elements (§3.2.2).
   */
  private void info(Markup xml, Message message, String spoken, Text text) {
    Announcement announcement = message.announcement();
    boolean isOver = message.kind() == Kind.CANCEL;
    xml.open("info")
        .text("language", spoken)
        .text("category", "Safety")
        .text("event", text.headline())
        .textIfAny("responseType", isOver ? "AllClear" : "")
        .text("urgency", isOver ? "Past" : "Immediate")
        .text("severity", isOver ? "Minor" : "Severe")
        .text("certainty", "Observed")
        .text("effective", stamp(isOver ? message.sent() : announcement.from()));
    announcement.until().filter(end -> !isOver).ifPresent(end -> xml.text("expires", stamp(end)));
    xml.text("senderName", agenda.programme().event().name())
        .text("headline", text.headline())
        .textIfAny("description", text.detail())
        .textIfAny("web", home.isEmpty() ? "" : home + "/");
    areas(announcement).forEach(area -> xml.open("area").text("areaDesc", area).close());
    xml.close();
  }

  private List<String> areas(Announcement announcement) {
    return announcement.targets().stream().map(this::area).distinct().toList();
  }

  private String area(Target target) {
    String room = agenda.programme().room(target.room()).map(Room::name).orElse(target.room());
    String venue = agenda.programme().event().venue();
    String whole = venue.isBlank() ? agenda.programme().event().name() : venue;
    return Stream.of(room, target.zone(), whole)
        .filter(part -> !part.isBlank())
        .collect(Collectors.joining(", "));
  }

  /** Universal time is -00:00 and never Z (§3.3.2). */
  private String stamp(Instant instant) {
    return STAMP.format(instant.atZone(zone)).replace("+00:00", "-00:00");
  }
}
