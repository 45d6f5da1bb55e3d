package org.callboard.interchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.callboard.programme.Kind;
import org.callboard.programme.Role;
import org.callboard.programme.Session;
import org.callboard.programme.Slot;
import org.callboard.programme.Span;

/** The words of one session, read line by line: title, organiser, people, abstract, questions. */
final class SessionText {
  private static final int LONGEST_TITLE = 300;
  private static final int LONG_REST = 100;
  private static final int SHORT_LINE = 120;
  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
  private static final Pattern ORGANISER =
      Pattern.compile(
          "^(?:(?:co-)?(?:organi[sz]ed|hosted|convened|run|offered) by|organisé par|organizado por|georganiseerd door|organisiert von|veranstaltet von|düzenleyen|organi[sz]ers?\\s?:)\\s?:?\\s*+",
          FLAGS);
  private static final String QUOTES = "“”\"«»„";

  private final Warnings warnings;
  private final List<Slot> people = new ArrayList<>();
  private final List<Integer> peopleLines = new ArrayList<>();
  private final List<String> paragraphs = new ArrayList<>();
  private final List<String> questions = new ArrayList<>();
  private final StringBuilder minorHeadings = new StringBuilder();
  private String label = "";
  private String title = "";
  private String organiser = "";
  private Optional<Role> listed = Optional.empty();
  private int taken;

  private SessionText(Warnings warnings) {
    this.warnings = warnings;
  }

  static SessionText of(List<TextLine> lines, Warnings warnings) {
    SessionText text = new SessionText(warnings);
    Prose.joined(lines).forEach(text::take);
    return text;
  }

  String title() {
    return title;
  }

  String label() {
    return label;
  }

  List<Slot> people() {
    return people;
  }

  /** The line of each of the {@link #people()}. */
  List<Integer> peopleLines() {
    return peopleLines;
  }

  /**
   * What the session is, by its label, its title, the words over its block, or its minor headings.
   */
  Kind kind(String blockHead) {
    return KindWords.ofLabel(label)
        .or(() -> KindWords.of(title))
        .or(() -> KindWords.of(blockHead))
        .or(() -> KindWords.of(minorHeadings.toString()))
        .orElse(Kind.TALK);
  }

  void entitle(String words) {
    title = words;
  }

  void relabel(String words) {
    label = words;
  }

  void addParagraph(String words) {
    paragraphs.add(words);
  }

  Session session(String id, Kind kind, List<String> rooms, Span span, List<String> languages) {
    String description = String.join("\n\n", paragraphs);
    return new Session(
        id,
        label,
        title,
        kind,
        rooms,
        span,
        0,
        false,
        languages,
        organiser,
        people,
        description,
        questions);
  }

  private void take(TextLine line) {
    boolean placed =
        takeRole(line)
            || takeOrganiser(line)
            || takeTitle(line)
            || takePerson(line)
            || takeUnlabelledOrganiser(line);
    if (!placed) {
      listed = Optional.empty();
      takeProse(line);
    }
    taken++;
  }

  private boolean takeRole(TextLine line) {
    Optional<RoleHeading> heading = RoleHeading.of(line);
    boolean applies = heading.isPresent() && (!title.isEmpty() || heading.get().rest().isEmpty());
    if (applies) {
      listed = Optional.of(heading.get().role());
      for (String person : heading.get().rest().split(";")) {
        addPerson(line.number(), heading.get().role(), person);
      }
    }
    return applies;
  }

  private boolean takeOrganiser(TextLine line) {
    Matcher match = ORGANISER.matcher(line.text());
    boolean applies =
        organiser.isEmpty()
            && line.isAtMost(LONGEST_TITLE)
            && match.lookingAt()
            && match.end() < line.text().length();
    if (applies) {
      organiser = withoutFullStop(line.text().substring(match.end()));
      listed = Optional.empty();
    }
    return applies;
  }

  private boolean takeTitle(TextLine line) {
    if (!title.isEmpty() || line.bullet()) {
      return false;
    }
    Optional<SessionLabel> labelled =
        label.isEmpty() ? SessionLabel.of(line.text()) : Optional.empty();
    String words = labelled.map(SessionLabel::title).orElse(line.text());
    label = labelled.map(SessionLabel::label).orElse(label);
    boolean bold =
        !line.lead().isEmpty() && !line.standsOut() && line.text().startsWith(line.lead());
    if (labelled.isEmpty() && bold && line.lead().endsWith(":")) {
      return splitTitle(line.text(), line.lead().length());
    }
    int colon = words.indexOf(": ");
    if (colon > 0
        && !line.standsOut()
        && words.length() - colon > LONG_REST
        && words.endsWith(".")) {
      return splitTitle(words, colon + 1);
    }
    if (words.length() > LONGEST_TITLE || (words.endsWith(".") && words.contains(". "))) {
      return false;
    }
    title = bare(words);
    return true;
  }

  private boolean splitTitle(String words, int at) {
    title = bare(words.substring(0, at));
    String rest = words.substring(at).strip();
    if (!rest.isEmpty()) {
      paragraphs.add(rest);
    }
    return true;
  }

  private boolean takePerson(TextLine line) {
    boolean inList = listed.isPresent() && (line.bullet() || PersonLine.isPlausible(line.text()));
    if (line.standsOut() || !(inList || PersonLine.isUnmistakable(line.text()))) {
      return false;
    }
    return addPerson(line.number(), listed.orElse(Role.SPEAKER), line.text());
  }

  private boolean takeUnlabelledOrganiser(TextLine line) {
    boolean applies =
        taken == 1
            && organiser.isEmpty()
            && KindWords.ofLabel(label).filter(kind -> kind == Kind.SIDE_EVENT).isPresent()
            && line.isAtMost(SHORT_LINE)
            && !line.standsOut()
            && !line.bullet()
            && ".?!:".indexOf(line.text().charAt(line.text().length() - 1)) < 0;
    organiser = applies ? line.text() : organiser;
    return applies;
  }

  private void takeProse(TextLine line) {
    if (line.standsOut()) {
      minorHeadings.append(line.isAtMost(SHORT_LINE) ? line.text() + " " : "");
      paragraphs.add(line.text());
    } else if (line.text().endsWith("?")) {
      takeQuestion(line);
    } else {
      paragraphs.add(line.bullet() ? "• " + line.text() : line.text());
    }
  }

  /**
   * A bullet or a line that asks is a question, and so is the end of a paragraph that leads up to
   * one.
   */
  private void takeQuestion(TextLine line) {
    int colon = line.bullet() ? -1 : line.text().lastIndexOf(": ");
    if (colon > 0) {
      paragraphs.add(line.text().substring(0, colon + 1));
    }
    questions.add(line.text().substring(colon + 1).strip());
  }

  private boolean addPerson(int number, Role role, String words) {
    Optional<PersonLine> found = PersonLine.of(words);
    if (found.isEmpty()) {
      return false;
    }
    PersonLine person = found.get();
    int last = people.size() - 1;
    boolean completes =
        person.isOpen()
            && last >= 0
            && people.get(last).equals(Slot.open(role))
            && !person.affiliation().isEmpty();
    if (completes) {
      people.set(last, new Slot(role, "", person.affiliation()));
      return true;
    }
    people.add(new Slot(role, person.name(), person.affiliation()));
    peopleLines.add(number);
    warn(number, role, person);
    return true;
  }

  private void warn(int number, Role role, PersonLine person) {
    if (person.isOpen()) {
      String who = person.affiliation().isEmpty() ? "" : " (" + person.affiliation() + ")";
      warnings.add(
          number,
          "tbc",
          "“"
              + title
              + "” has an open slot, "
              + role.word()
              + who
              + ": fill it when the name is known");
    } else if (person.isUnconfirmed()) {
      warnings.add(
          number,
          "tbc-name",
          person.name()
              + " is marked as to be confirmed, and is shown by name: take the name out until it is certain, or the mark");
    }
    if (person.isRepeated()) {
      warnings.add(
          number,
          "person-repeated",
          person.name() + " stands twice on one line, and is read once: check the line");
    }
  }

  private static String bare(String words) {
    String text = words.endsWith(":") ? words.substring(0, words.length() - 1).strip() : words;
    boolean quoted =
        text.length() > 2
            && QUOTES.indexOf(text.charAt(0)) >= 0
            && QUOTES.indexOf(text.charAt(text.length() - 1)) >= 0;
    return quoted ? text.substring(1, text.length() - 1).strip() : text;
  }

  private static String withoutFullStop(String words) {
    return words.endsWith(".") ? words.substring(0, words.length() - 1) : words;
  }
}
