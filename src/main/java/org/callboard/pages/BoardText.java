package org.callboard.pages;

import java.util.ArrayList;
import java.util.List;

/** The boards as plain text: what a page shows by glyph and colour, said in words. */
final class BoardText {
  private final Labels labels;
  private final PlainText text = new PlainText();

  BoardText(Labels labels) {
    this.labels = labels;
  }

  String door(DoorWords words) {
    Door door = words.door();
    text.line(door.name()).line(door.tongues());
    head(door.masthead());
    if (takenOver(words.bulletin())) {
      return text.toString();
    }
    words.bulletin().bands().forEach(this::told);
    door.told().forEach(this::told);
    door.now().forEach(this::showing);
    text.gap().line(door.idle());
    coming(door.nextWord(), door.next());
    coming(door.laterWord(), door.later());
    words.bulletin().notices().forEach(this::told);
    text.gap().line(words.bulletin().ambient());
    return text.toString();
  }

  String lobby(Lobby lobby, Bulletin bulletin) {
    head(lobby.masthead());
    if (takenOver(bulletin)) {
      return text.toString();
    }
    bulletin.bands().forEach(this::told);
    text.gap().line(lobby.pause());
    lobby.rows().forEach(this::room);
    bulletin.notices().forEach(this::told);
    text.gap().line(lobby.note());
    return text.toString();
  }

  /** What is not there, and what is. */
  String message(Message message) {
    text.line(message.headline()).line(message.detail()).gap();
    message.rooms().forEach(room -> text.line("/rooms/" + room.id() + " " + room.name()));
    return text.toString();
  }

  private void head(Masthead masthead) {
    text.line(masthead.name());
    text.line(joined(", ", masthead.day(), masthead.time(), masthead.rehearsal()));
  }

  private boolean takenOver(Bulletin bulletin) {
    bulletin
        .takeover()
        .ifPresent(
            takeover ->
                text.gap()
                    .line(takeover.watermark())
                    .line(takeover.headline())
                    .line(takeover.detail()));
    return bulletin.takeover().isPresent();
  }

  private void told(Told told) {
    String what = joined(" ", time(told.was(), told.when()), told.what());
    text.gap().line(told.sign().word()).under(what).under(told.detail());
  }

  private void showing(Door.Showing showing) {
    text.gap().line(joined(", ", time(showing.was(), showing.heading()), signs(showing.signs())));
    text.under(showing.label()).under(showing.title()).under(showing.organiser());
    for (Door.Cast cast : showing.people()) {
      text.under(
          cast.role()
              + ": "
              + String.join("; ", cast.people().stream().map(this::person).toList()));
    }
  }

  private String person(Door.Person person) {
    String name = person.name().startsWith("◌ ") ? person.name().substring(2) : person.name();
    return person.fresh().isEmpty() ? name : name + " (" + person.fresh() + ")";
  }

  private void coming(String word, List<Line> lines) {
    if (!lines.isEmpty()) {
      text.gap().line(word);
      lines.forEach(this::line);
    }
  }

  private void room(RoomRow room) {
    text.gap().line(joined(", ", room.name(), room.tongues(), signs(room.signs())));
    room.lines().forEach(this::line);
  }

  private void line(Line line) {
    String what = joined(" ", time(line.was(), line.when()), line.what());
    boolean isCancelled = line.state().equals("cancelled");
    text.under(joined(", ", what, isCancelled ? words(line.signs()) : signs(line.signs())));
  }

  /** The time of what does not take place is instead of none. */
  private static String words(List<Sign> signs) {
    return joined(", ", signs.stream().map(Sign::word).toArray(String[]::new));
  }

  /** A time that holds, and what it was to be. */
  private String time(String was, String when) {
    String instead = was.isEmpty() ? "" : labels.say("insteadOf", was);
    return when.isEmpty() ? was : joined(" ", when, instead);
  }

  private String signs(List<Sign> signs) {
    return joined(", ", signs.stream().map(this::sign).toArray(String[]::new));
  }

  private String sign(Sign sign) {
    return sign.state().equals("was") ? labels.say("insteadOf", sign.word()) : sign.word();
  }

  private static String joined(String by, String... parts) {
    List<String> said = new ArrayList<>(List.of(parts));
    said.removeIf(String::isEmpty);
    return String.join(by, said);
  }
}
