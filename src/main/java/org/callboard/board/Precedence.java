package org.callboard.board;

import java.util.Comparator;
import java.util.List;
import java.util.function.BiPredicate;
import org.callboard.agenda.LiveAnnouncement;
import org.callboard.change.Announcement;
import org.callboard.change.Announcement.Level;
import org.callboard.change.Announcement.Mode;
import org.callboard.change.Announcement.Target;
import org.callboard.programme.Programme;
import org.callboard.programme.Room;

/**
 * Which of several announcements is shown before which, and which one silences another. An open
 * safety announcement silences every lower level, an urgent one what is ambient; a test or an
 * exercise is silent while a takeover is meant.
 */
final class Precedence {
  /** The gravest first; of equals, the one that opened first. */
  static final Comparator<LiveAnnouncement> GRAVEST_FIRST =
      Comparator.comparing(LiveAnnouncement::announcement, gravestFirst());

  private Precedence() {}

  /** Of those that are open at one door, those that are shown there. */
  static List<LiveAnnouncement> atOneDoor(List<LiveAnnouncement> open) {
    return unsilenced(open, (higher, lower) -> true);
  }

  /** Of those that are open anywhere, those that are not silenced wherever they reach. */
  static List<LiveAnnouncement> anywhere(List<LiveAnnouncement> open, Programme programme) {
    return unsilenced(open, (higher, lower) -> reachesAllOf(higher, lower, programme));
  }

  private static List<LiveAnnouncement> unsilenced(
      List<LiveAnnouncement> open, BiPredicate<Announcement, Announcement> reaches) {
    return open.stream()
        .filter(
            lower ->
                open.stream()
                    .map(LiveAnnouncement::announcement)
                    .filter(higher -> silences(higher, lower.announcement()))
                    .noneMatch(higher -> reaches.test(higher, lower.announcement())))
        .toList();
  }

  private static boolean silences(Announcement higher, Announcement lower) {
    return switch (higher.level()) {
      case SAFETY ->
          lower.level() != Level.SAFETY || higher.mode() == Mode.LIVE && lower.mode() != Mode.LIVE;
      case URGENT -> lower.level() == Level.AMBIENT;
      case NOTICE, AMBIENT -> false;
    };
  }

  private static boolean reachesAllOf(
      Announcement higher, Announcement lower, Programme programme) {
    return lower.targets().stream()
        .allMatch(
            part -> higher.targets().stream().anyMatch(whole -> holds(whole, part, programme)));
  }

  private static boolean holds(Target whole, Target part, Programme programme) {
    String zone =
        part.zone().isEmpty()
            ? programme.room(part.room()).map(Room::zone).orElse("")
            : part.zone();
    return allows(whole.room(), part.room())
        && allows(whole.zone(), zone)
        && allows(whole.screen(), part.screen())
        && allows(whole.role(), part.role());
  }

  /** Whether the door of a room is among those whom an announcement is for. */
  static boolean concernsDoor(Announcement announcement, Room room) {
    return announcement.targets().stream()
        .anyMatch(
            target ->
                allows(target.room(), room.id())
                    && allows(target.zone(), room.zone())
                    && allows(target.role(), "door")
                    && target.screen().isEmpty());
  }

  private static boolean allows(String named, String actual) {
    return named.isEmpty() || named.equals(actual);
  }

  private static Comparator<Announcement> gravestFirst() {
    return Comparator.comparing(Announcement::level)
        .thenComparing(Announcement::mode)
        .thenComparing(Announcement::from)
        .thenComparing(Announcement::id);
  }
}
