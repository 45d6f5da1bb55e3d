package org.callboard.pages;

import java.util.List;

/** The whole programme for a phone: now and next, then every day. */
public record Guide(
    Masthead masthead,
    String programmeWord,
    String nowAndNext,
    String moreWord,
    String pause,
    List<RoomRow> rows,
    List<GuideDay> days) {

  /** One conference day. */
  public record GuideDay(String anchor, String label, List<Entry> entries) {}

  /**
   * One session.
   *
   * @param state {@code past}, {@code now} or {@code coming}
   */
  public record Entry(
      String id,
      String state,
      String start,
      String end,
      String label,
      String title,
      String where,
      String summary,
      List<String> paragraphs,
      List<String> people) {

    public boolean hasMore() {
      return !paragraphs.isEmpty() || !people.isEmpty();
    }
  }
}
