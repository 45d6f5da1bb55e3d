package org.callboard.pages;

import java.util.List;
import java.util.Map;

/**
 * The whole programme for a phone: what has changed, now and next, then every day, today first.
 *
 * @param words the labels of the page
 * @param moreChanges how many changes are not listed, in words; or empty
 * @param feeds calendars that follow the day
 * @param languages every language of the page
 */
public record Guide(
    Masthead masthead,
    Map<String, String> words,
    String pause,
    List<Told> changes,
    String moreChanges,
    List<RoomRow> rows,
    List<GuideDay> days,
    List<Feed> feeds,
    List<Tongue> languages,
    Outside outside) {

  public String say(String key) {
    return words.get(key);
  }

  /** One conference day. */
  public record GuideDay(String anchor, String label, List<Entry> entries) {}

  /** A calendar to subscribe to. */
  public record Feed(String address, String name) {}

  /** A language in its own name. */
  public record Tongue(String code, String name, boolean isSpoken) {}

  /**
   * One session.
   *
   * @param state {@code past}, {@code now}, {@code coming} or {@code cancelled}
   * @param was the planned start that does not hold any more, or empty
   */
  public record Entry(
      String id,
      String state,
      String was,
      String start,
      String end,
      String label,
      String title,
      List<Sign> signs,
      String where,
      String tongues,
      String summary,
      List<String> paragraphs,
      List<String> people) {

    /** Its id within an address. */
    public String path() {
      return Outside.segment(id);
    }
  }
}
