package org.callboard.pages;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.callboard.agenda.LiveAnnouncement;
import org.callboard.change.Announcement;
import org.callboard.change.Announcement.Level;
import org.callboard.change.Announcement.Mode;
import org.callboard.change.Announcement.Target;
import org.callboard.programme.Room;

/**
 * The announcements that one page shows.
 *
 * @param bands on top; they push what is below and never cover it
 * @param notices above the foot
 * @param ambient for the foot, where it is free; or empty
 */
public record Bulletin(
    Optional<Takeover> takeover, List<Told> bands, List<Told> notices, String ambient) {

  private static final Comparator<Announcement> GRAVEST_FIRST =
      Comparator.comparing(Announcement::level)
          .thenComparing(Announcement::mode)
          .thenComparing(Announcement::from)
          .thenComparing(Announcement::id);

  /**
   * What covers the whole screen.
   *
   * @param mode {@code live}, {@code exercise} or {@code test}
   * @param watermark the mode in words, where it is not live; else empty
   */
  public record Takeover(
      String mode,
      String watermark,
      Instruction instruction,
      String headline,
      String detail,
      String time) {

    /** The headline after the words that stand larger. */
    public String rest() {
      return Instruction.rest(headline, instruction.lead());
    }
  }

  /**
   * What a page shows at its instant.
   *
   * @param role {@code lobby}, {@code door}, {@code phone}, or empty for a page of no screen
   */
  static Bulletin of(View view, Labels labels, Hours hours, String role, Optional<Room> room) {
    List<Announcement> open =
        view.boards().agenda().announcements().stream()
            .filter(live -> live.isOpenAt(view.now()))
            .map(LiveAnnouncement::announcement)
            .filter(
                each ->
                    each.targets().stream().anyMatch(to -> names(to, role, room, view.screen())))
            .sorted(GRAVEST_FIRST)
            .toList();
    Optional<Announcement> safety = open.stream().filter(Bulletin::takesOver).findFirst();
    if (safety.isPresent()) {
      String time = hours.clock(view.now());
      return new Bulletin(
          safety.map(each -> takeover(each, labels, time)), List.of(), List.of(), "");
    }
    List<Told> bands = told(open, Level.URGENT, labels);
    List<Told> notices = told(open, Level.NOTICE, labels);
    boolean isFree = bands.isEmpty() && notices.isEmpty();
    return new Bulletin(Optional.empty(), bands, notices, isFree ? ambient(open, labels) : "");
  }

  /** A screen has no name yet, so a target that names one is somebody else. */
  private static boolean names(Target target, String role, Optional<Room> room, String screen) {
    return allows(target.room(), room.map(Room::id).orElse(""))
        && allows(target.zone(), room.map(Room::zone).orElse(""))
        && allows(target.role(), role)
        && allows(target.screen(), screen);
  }

  private static boolean allows(String named, String actual) {
    return named.isEmpty() || named.equals(actual);
  }

  private static boolean takesOver(Announcement announcement) {
    return announcement.level() == Level.SAFETY && !announcement.isAllClear();
  }

  private static Takeover takeover(Announcement announcement, Labels labels, String time) {
    String headline = labels.beside(language -> Agreed.in(announcement, language).headline());
    return new Takeover(
        announcement.mode().word(),
        watermark(announcement, labels),
        Instruction.of(announcement, headline),
        headline,
        labels.beside(language -> Agreed.in(announcement, language).detail()),
        time);
  }

  private static String watermark(Announcement announcement, Labels labels) {
    return announcement.mode() == Mode.LIVE ? "" : labels.say(announcement.mode().word());
  }

  /** Those of a level; that danger is over is told in a band. */
  private static List<Told> told(List<Announcement> open, Level level, Labels labels) {
    return open.stream()
        .filter(each -> (each.level() == Level.SAFETY ? Level.URGENT : each.level()) == level)
        .map(
            each ->
                Told.plainly(
                    "plain",
                    sign(each, headline(each, labels)),
                    labels.beside(language -> Agreed.in(each, language).detail())))
        .toList();
  }

  private static Sign sign(Announcement announcement, String headline) {
    if (announcement.isAllClear()) {
      return Sign.good(headline);
    }
    return announcement.level() == Level.NOTICE
        ? new Sign("notice", "", headline)
        : Sign.late(headline);
  }

  /** What is not meant says so before all else. */
  private static String headline(Announcement announcement, Labels labels) {
    String headline = labels.beside(language -> Agreed.in(announcement, language).headline());
    String watermark = watermark(announcement, labels);
    return watermark.isEmpty() ? headline : watermark + ": " + headline;
  }

  private static String ambient(List<Announcement> open, Labels labels) {
    return open.stream()
        .filter(each -> each.level() == Level.AMBIENT)
        .findFirst()
        .map(each -> headline(each, labels))
        .orElse("");
  }
}
