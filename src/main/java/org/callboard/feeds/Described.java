package org.callboard.feeds;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.callboard.agenda.Agenda;
import org.callboard.agenda.LiveSession;
import org.callboard.programme.Room;
import org.callboard.programme.Slot;

/**
 * How a session is put into words for a calendar, which often shows its title alone: so the title
 * says first what nobody may miss.
 */
final class Described {
  private final Agenda agenda;
  private final Words words;
  private final String home;

  Described(Agenda agenda, Words words, String home) {
    this.agenda = agenda;
    this.words = words;
    this.home = home;
  }

  String summary(LiveSession session) {
    if (session.isCancelled()) {
      return cancelled(session.title());
    }
    return session.isPostponed()
        ? plain(words.say("timeUnknown") + ": " + session.title())
        : plain(session.title());
  }

  String cancelled(String title) {
    return plain(words.say("cancelled") + ": " + title);
  }

  String description(LiveSession session) {
    List<String> parts = new ArrayList<>();
    parts.add(session.plan().label());
    parts.addAll(standing(session));
    parts.add(agenda.reason(session.id()));
    parts.add(session.people().stream().map(this::person).collect(Collectors.joining("\n")));
    parts.add(session.description());
    parts.addAll(session.plan().questions());
    parts.add(page(session.id()).orElse(""));
    return plain(
        parts.stream().filter(part -> !part.isBlank()).collect(Collectors.joining("\n\n")));
  }

  /** The names of rooms. */
  List<String> rooms(List<String> ids) {
    return ids.stream()
        .flatMap(id -> agenda.programme().room(id).stream())
        .map(room -> plain(room.name()))
        .toList();
  }

  String location(List<String> rooms) {
    return plain(
        Stream.concat(rooms(rooms).stream(), Stream.of(agenda.programme().event().venue()))
            .filter(part -> !part.isBlank())
            .collect(Collectors.joining(", ")));
  }

  /** The address that says where and when a session is now. */
  Optional<String> page(String session) {
    String id = URLEncoder.encode(session, StandardCharsets.UTF_8).replace("+", "%20");
    return home.isEmpty() ? Optional.empty() : Optional.of(home + "/sessions/" + id);
  }

  /** How it stands against its plan. */
  private List<String> standing(LiveSession session) {
    List<String> standing = new ArrayList<>();
    long minutes = session.lateBy().toMinutes();
    if (session.isOn() && minutes > 0) {
      standing.add(words.say("late", minutes));
    }
    if (!session.isCancelled() && !session.rooms().equals(session.plan().rooms())) {
      standing.add(words.say("movedTo", places(session)));
    }
    return standing;
  }

  /** The rooms of a session, or that it is in all of them. */
  String places(LiveSession session) {
    return session.isVenueWide()
        ? words.say("wholeVenue")
        : session.rooms().stream()
            .flatMap(id -> agenda.programme().room(id).stream())
            .map(Room::name)
            .collect(Collectors.joining(", "));
  }

  private String person(Slot slot) {
    String name = slot.isOpen() ? words.say("toBeConfirmed") : slot.name();
    String who = slot.affiliation().isEmpty() ? name : name + ", " + slot.affiliation();
    return words.say(slot.role().word()) + ": " + who;
  }

  /** Without the characters that a calendar must not hold (RFC 5545 §3.1): controls but newline. */
  static String plain(String text) {
    return text.replace("\r\n", "\n").replaceAll("[\\p{Cc}&&[^\n\t]]", "");
  }
}
