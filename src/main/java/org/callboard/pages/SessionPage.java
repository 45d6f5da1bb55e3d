package org.callboard.pages;

import java.util.List;
import java.util.Map;

/**
 * One session at an address of its own, whatever has become of it.
 *
 * @param signs how it stands now, the gravest first
 * @param was when it was planned, where that does not hold any more; or empty
 * @param when its day and its time, or empty where nobody knows it
 * @param reason why it is so, as far as people may read it; or empty
 * @param summary all that in one line of plain text
 * @param address of this page for others, or empty where the host is not known
 * @param isInProgramme whether it still is in the programme
 */
public record SessionPage(
    Masthead masthead,
    Map<String, String> words,
    String id,
    String label,
    String title,
    List<Sign> signs,
    String was,
    String when,
    String where,
    String tongues,
    String reason,
    String organiser,
    List<String> paragraphs,
    List<String> people,
    String summary,
    String address,
    boolean isInProgramme,
    Outside outside) {

  public String say(String key) {
    return words.get(key);
  }

  public String path() {
    return Outside.segment(id);
  }

  /** By which a page that is open sees that it would read otherwise now. */
  public String mark() {
    return Integer.toHexString(
        List.of(label, title, signs, was, when, where, tongues, reason, people, paragraphs)
            .hashCode());
  }
}
