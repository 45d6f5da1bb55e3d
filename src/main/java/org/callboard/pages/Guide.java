package org.callboard.pages;

import java.util.List;

/**
 * The whole programme for a phone: what has changed, now and next, then every day.
 *
 * @param moreChanges how many changes are not listed, in words; or empty
 */
public record Guide(
    Masthead masthead,
    String programmeWord,
    String nowAndNext,
    String moreWord,
    String pause,
    String changesWord,
    List<Told> changes,
    String moreChanges,
    List<RoomRow> rows,
    List<GuideDay> days) {

  /** One conference day. */
  public record GuideDay(String anchor, String label, List<Entry> entries) {}

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

    public boolean hasMore() {
      return !paragraphs.isEmpty() || !people.isEmpty();
    }
  }
}
