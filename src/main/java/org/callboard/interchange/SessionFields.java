package org.callboard.interchange;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.callboard.programme.Role;
import org.callboard.programme.Slot;

/**
 * A session out of the fields of a foreign source, whatever they are called there.
 *
 * @param rooms names of rooms by what sessions refer to them with
 * @param people persons by what sessions refer to them with
 */
record SessionFields(SessionTimes times, Map<String, String> rooms, Map<String, Slot> people) {
  private static final Pattern OPEN = Pattern.compile("TBC(, |$)");
  private static final String[] TITLES = {
    "title", "name", "summary", "sessiontitle", "sessionname", "headline", "subject", "talktitle"
  };
  private static final String[] IDS = {
    "guid", "uid", "uuid", "uniqueid", "id", "code", "sessionid", "eventid", "key"
  };
  private static final String[] ROOMS = {
    "broadcast",
    "room",
    "rooms",
    "roomname",
    "roomid",
    "location",
    "locations",
    "hall",
    "stage",
    "space",
    "venue",
    "place",
    "venuename"
  };
  private static final String[] PEOPLE = {
    "persons",
    "people",
    "speakers",
    "speaker",
    "presenters",
    "participants",
    "performers",
    "performer",
    "presenter",
    "lecturers",
    "authors",
    "instructor"
  };
  private static final String[] TYPES = {
    "type",
    "kind",
    "submissiontype",
    "category",
    "sessiontype",
    "format",
    "topic",
    "entrytype",
    "eventtype"
  };
  private static final String[] TEXTS = {
    "subtitle", "abstract", "shortabstract", "description", "longdescription", "body"
  };
  private static final String[] LANGUAGES = {
    "language", "languages", "lang", "contentlocale", "inlanguage", "spokenlanguage"
  };

  /** Whether it looks like a session at all: it has a title and something that may be a start. */
  static boolean isTitled(Piece piece) {
    return !title(piece).isBlank();
  }

  static String title(Piece session) {
    String title = session.text(TITLES);
    return title.isBlank() ? translated(session).map(each -> each.text(TITLES)).orElse("") : title;
  }

  /** The session; empty where it has no start. */
  Optional<Told> told(Piece session, Optional<LocalDate> day, String enclosingRoom) {
    Piece slot = slot(session);
    return times.start(slot, day).map(start -> told(session, slot, start, enclosingRoom));
  }

  /** Where its time and place stand: in itself, or in a field for both. */
  private static Piece slot(Piece session) {
    return Stream.of("slot", "slots", "timeslot", "schedule")
        .flatMap(key -> session.piece(key).stream())
        .filter(piece -> piece.has("start"))
        .findFirst()
        .orElse(session);
  }

  private Told told(Piece session, Piece slot, Instant start, String enclosingRoom) {
    List<String> ofSlot = rooms(slot);
    List<String> own = ofSlot.isEmpty() ? rooms(session) : ofSlot;
    return new Told(
        session.line(),
        session.text(IDS),
        "",
        title(session),
        session.text(TYPES),
        own.isEmpty() ? List.of(enclosingRoom) : own,
        start,
        times.end(slot, start),
        people(session),
        description(session),
        session.text("organiser", "organizer", "organizers"),
        languages(session));
  }

  private List<String> rooms(Piece session) {
    for (String key : ROOMS) {
      List<String> names =
          session.nodes(key).stream()
              .map(node -> PlainText.line(Piece.textOf(node)))
              .map(name -> rooms.getOrDefault(name, name))
              .filter(name -> !name.isBlank())
              .toList();
      if (!names.isEmpty()) {
        return names;
      }
    }
    return List.of();
  }

  /** What it says about itself, each text once. */
  private static String description(Piece session) {
    Piece texts = session.has("description") ? session : translated(session).orElse(session);
    Map<String, String> distinct = new LinkedHashMap<>();
    for (String key : TEXTS) {
      String text = PlainText.paragraphs(texts.text(key));
      if (!text.isBlank()) {
        distinct.putIfAbsent(text, text);
      }
    }
    return String.join("\n\n", distinct.keySet());
  }

  private static Optional<Piece> translated(Piece session) {
    return session.raw().entrySet().stream()
        .filter(entry -> Piece.isLanguage(entry.getKey()))
        .flatMap(entry -> Piece.pieces(entry.getValue()).stream())
        .findFirst();
  }

  private static List<String> languages(Piece session) {
    return Stream.of(LANGUAGES)
        .map(
            key ->
                session.nodes(key).stream()
                    .map(Piece::textOf)
                    .filter(text -> !text.isBlank())
                    .toList())
        .filter(codes -> !codes.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  private List<Slot> people(Piece session) {
    for (String key : PEOPLE) {
      List<Slot> slots = session.nodes(key).stream().flatMap(this::slots).toList();
      if (!slots.isEmpty()) {
        return slots;
      }
    }
    return List.of();
  }

  private Stream<Slot> slots(Node node) {
    if (node instanceof Node.Fields fields) {
      Piece piece = new Piece(fields);
      List<Node> inner = piece.nodes("person", "speaker", "presenter", "participant");
      return inner.isEmpty() ? person(piece).stream() : inner.stream().flatMap(this::slots);
    }
    String text = PlainText.line(Piece.textOf(node));
    return people.containsKey(text)
        ? Stream.of(people.get(text))
        : Stream.of(text.split("[,;]")).map(SessionFields::named).flatMap(Optional::stream);
  }

  private static Optional<Slot> named(String name) {
    String tidy = PlainText.title(name);
    if (tidy.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        tidy.equals("TBC") ? Slot.open(Role.SPEAKER) : new Slot(Role.SPEAKER, tidy, ""));
  }

  /** A person by whatever names them. */
  private Optional<Slot> person(Piece person) {
    Optional<Slot> known =
        Stream.of("id", "guid", "code")
            .map(person::text)
            .filter(people::containsKey)
            .findFirst()
            .map(people::get);
    return personal(person).or(() -> known);
  }

  static Optional<Slot> personal(Piece person) {
    String name = name(person);
    if (name.isBlank()) {
      return Optional.empty();
    }
    String affiliation =
        person.text(
            "affiliation", "company", "organization", "organisation", "institution", "worksfor");
    return Optional.of(slot(role(person.text("role")), name, PlainText.title(affiliation)));
  }

  /** A slot that is to be confirmed may still have an affiliation: "TBC, UN-Habitat". */
  private static Slot slot(Role role, String name, String affiliation) {
    if (!OPEN.matcher(name).lookingAt()) {
      return new Slot(role, name, affiliation);
    }
    return new Slot(
        role, "", affiliation.isEmpty() ? OPEN.matcher(name).replaceFirst("") : affiliation);
  }

  private static String name(Piece person) {
    String name =
        person.text(
            "publicname",
            "name",
            "fullname",
            "fullpublicname",
            "displayname",
            Piece.folded(Piece.TEXT),
            "text");
    String written = name.isBlank() ? Piece.textOf(person.fields()) : name;
    String parts =
        Stream.of("firstname", "lastname", "familyname")
            .map(person::text)
            .filter(part -> !part.isBlank())
            .distinct()
            .collect(Collectors.joining(" "));
    if (!parts.isBlank() && (written.isBlank() || written.contains(","))) {
      return PlainText.title(parts);
    }
    return PlainText.title(written.isBlank() ? translatedName(person) : written);
  }

  private static String translatedName(Piece person) {
    return translated(person).map(each -> each.text("name", "title")).orElse("");
  }

  private static Role role(String word) {
    String tidy = word.strip().toLowerCase(Locale.ROOT).replace('_', '-');
    if (tidy.startsWith("moderat") || tidy.equals("chair") || tidy.equals("coordinator")) {
      return Role.MODERATOR;
    }
    return Role.ofWord(tidy).orElse(Role.SPEAKER);
  }

  /** Persons by all that sessions may refer to them with. */
  static Map<String, Slot> byReference(List<Piece> persons) {
    Map<String, Slot> people = new LinkedHashMap<>();
    for (Piece person : persons) {
      personal(person)
          .ifPresent(
              slot -> references(person).forEach(reference -> people.putIfAbsent(reference, slot)));
    }
    return people;
  }

  static List<String> references(Piece thing) {
    List<String> references = new ArrayList<>();
    for (String key : List.of("id", "guid", "code", "slug")) {
      String text = thing.text(key);
      if (!text.isBlank()) {
        references.add(text);
      }
    }
    return references;
  }
}
