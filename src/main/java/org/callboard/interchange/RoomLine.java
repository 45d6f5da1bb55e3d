package org.callboard.interchange;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.callboard.programme.Kind;

/**
 * A line that names a room, and what its brackets say of it.
 *
 * @param rest what the line says after the room, such as a title
 */
record RoomLine(
    int number,
    String name,
    List<String> languages,
    String zone,
    int walkingMinutes,
    int capacity,
    String rest) {
  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
  private static final int LONGEST = 220;
  private static final int LONGEST_NAME = 80;
  private static final String WORD = "(?:rooms?|zaal|zalen|salles?|salas?|salon|saal|raum|hall)";
  private static final Pattern NAMED =
      Pattern.compile(
          "^(?:" + WORD + "|location|place|locatie|lieu|lugar|ort|yer)\\s?:\\s*+", FLAGS);
  private static final Pattern NUMBERED =
      Pattern.compile(
          "^"
              + WORD
              + "\\s(?-i:[\\p{Lu}\\d][\\p{L}\\d.’'-]{0,30})(?:\\s(?-i:[\\p{Lu}\\d])[\\p{L}\\d.-]{0,30}){0,2}\\s*(?:\\(|$)",
          FLAGS);
  private static final Pattern WALK =
      Pattern.compile(
          "(\\d{1,3})[\\s-]?min\\w{0,6}.{0,3}(?:walk|foot|pied|voet|pie|fuß|yürü|lopen)", FLAGS);
  private static final Pattern SEATS =
      Pattern.compile(
          "^(?:cap(?:acity|\\.)?\\s?:?\\s?)?(\\d{1,5})\\s?(?:seats|people|persons|places|plaatsen|plazas|pers\\.?|kişi)?$",
          FLAGS);
  private static final Pattern ZONE =
      Pattern.compile(
          "(?:^|\\P{L})(?:zone|floor|level|inside|building|wing|étage|verdieping|planta|piso|kat|stock|etage|bâtiment|gebouw|foyer|basement|gelijkvloers)(?:\\P{L}|$)",
          FLAGS);
  private static final Pattern IN_TITLE =
      Pattern.compile(
          "^(.{1,200}?)(?:\\s?[,;|@–—-]\\s?|\\s?\\(|\\s)("
              + WORD
              + "(?::\\s?|\\s(?=\\p{Lu}|\\d))[^()]{1,60}(?:\\([^()]{1,80}\\))?)\\)?$",
          FLAGS);

  static Optional<RoomLine> of(TextLine line, Set<String> known) {
    if (!line.isAtMost(LONGEST)) {
      return Optional.empty();
    }
    Matcher named = NAMED.matcher(line.text());
    if (named.find()) {
      return Optional.of(bare(line.number(), "").reading(line.text().substring(named.end())))
          .filter(room -> !room.name.isBlank());
    }
    RoomLine room = bare(line.number(), "").reading(line.text());
    return Optional.of(room).filter(found -> found.isRoom(line, known));
  }

  /** A room named at the end of a title, "Coffee break (Foyer)"; the title is its {@code rest}. */
  static Optional<RoomLine> within(TextLine line, Set<String> known) {
    String text = line.text();
    if (!line.isAtMost(LONGEST)) {
      return Optional.empty();
    }
    Matcher match = IN_TITLE.matcher(text);
    if (match.matches()) {
      return of(line.saying(match.group(2)), known).map(room -> room.followedBy(match.group(1)));
    }
    int open = text.lastIndexOf('(');
    if (open > 0 && text.endsWith(")")) {
      String title = text.substring(0, open).strip();
      String name = text.substring(open + 1, text.length() - 1).strip();
      boolean isPlace =
          known.contains(Spelling.folded(name))
              || KindWords.of(title).filter(Kind::isPause).isPresent();
      return Optional.of(bare(line.number(), name).followedBy(title))
          .filter(room -> isPlace && !name.isEmpty());
    }
    int bar = text.lastIndexOf('|');
    String last = text.substring(bar + 1).strip();
    return Optional.of(
            bare(line.number(), last)
                .followedBy(text.substring(0, Math.max(0, bar)).replace('|', ' ')))
        .filter(room -> bar > 0 && !last.isEmpty() && last.length() <= LONGEST_NAME);
  }

  /** Whether the line says "Room:", so that its name is one beyond doubt. */
  static Optional<RoomLine> declared(TextLine line) {
    return line.isAtMost(LONGEST) && NAMED.matcher(line.text()).find()
        ? of(line, Set.of())
        : Optional.empty();
  }

  private boolean isRoom(TextLine line, Set<String> known) {
    if (name.isBlank() || name.length() > LONGEST_NAME || !rest.isEmpty() || line.bullet()) {
      return false;
    }
    if (KindWords.of(name).filter(Kind::isPause).isPresent()) {
      return false;
    }
    boolean placed = !zone.isEmpty() || walkingMinutes > 0;
    return known.contains(Spelling.folded(name))
        || (placed && name.split(" ").length <= 6)
        || NUMBERED.matcher(line.text()).lookingAt();
  }

  private static RoomLine bare(int number, String name) {
    return new RoomLine(number, name, List.of(), "", 0, 0, "");
  }

  private RoomLine followedBy(String words) {
    return new RoomLine(number, name, languages, zone, walkingMinutes, capacity, words.strip());
  }

  private RoomLine called(String words) {
    return new RoomLine(number, words.strip(), languages, zone, walkingMinutes, capacity, rest);
  }

  /** Takes the brackets from the end until one says nothing about a room. */
  private RoomLine reading(String text) {
    int close = text.lastIndexOf(')');
    int open = close < 0 ? -1 : text.lastIndexOf('(', close);
    if (open <= 0) {
      return called(text);
    }
    Optional<RoomLine> told = told(text.substring(open + 1, close).strip());
    String after = text.substring(close + 1).replaceFirst("^[\\s:–—-]++", "");
    return told.map(
            room -> room.followedBy((after + " " + rest).strip()).reading(text.substring(0, open)))
        .orElseGet(() -> called(text));
  }

  private Optional<RoomLine> told(String words) {
    List<String> codes = LanguageNames.codesOf(words);
    if (!codes.isEmpty()) {
      return Optional.of(new RoomLine(number, name, codes, zone, walkingMinutes, capacity, rest));
    }
    Matcher walk = WALK.matcher(words);
    if (walk.find()) {
      int minutes = Integer.parseInt(walk.group(1));
      return Optional.of(new RoomLine(number, name, languages, zone, minutes, capacity, rest));
    }
    Matcher seats = SEATS.matcher(words);
    if (seats.find()) {
      int people = Integer.parseInt(seats.group(1));
      return Optional.of(new RoomLine(number, name, languages, zone, walkingMinutes, people, rest));
    }
    return ZONE.matcher(words.toLowerCase(Locale.ROOT)).find()
        ? Optional.of(new RoomLine(number, name, languages, words, walkingMinutes, capacity, rest))
        : Optional.empty();
  }
}
