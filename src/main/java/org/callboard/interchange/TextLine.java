package org.callboard.interchange;

/**
 * One line of a text as a reader sees it: without markup, with what the markup said about it.
 *
 * @param number the line of the source, from 1
 * @param lead the bold words at its beginning, or empty
 * @param joint how it hangs on the line before it
 */
record TextLine(
    int number, String text, String lead, boolean heading, boolean bullet, Joint joint) {

  /** How a line hangs on the one before: a new paragraph, a wanted line break, or mere wrapping. */
  enum Joint {
    PARAGRAPH,
    BREAK,
    WRAP
  }

  /** A heading, or bold from end to end. */
  boolean standsOut() {
    return heading || (!lead.isEmpty() && lead.equals(text));
  }

  boolean startsInLowerCase() {
    return !text.isEmpty() && Character.isLowerCase(text.codePointAt(0));
  }

  boolean isAtMost(int characters) {
    return text.length() <= characters;
  }

  /** The same line with other words; what was bold in it is no longer known. */
  TextLine saying(String words) {
    return new TextLine(number, words.strip(), "", heading, bullet, joint);
  }

  /** The same line as the beginning of something, not one of a list. */
  TextLine unlisted() {
    return new TextLine(number, text, lead, heading, false, joint);
  }

  TextLine standingOut() {
    return new TextLine(number, text, lead, true, bullet, joint);
  }

  /** This line with the words of the next one after its own. */
  TextLine joinedWith(TextLine next) {
    boolean hyphenated = text.endsWith("\u00ad");
    String words = hyphenated ? text.substring(0, text.length() - 1) : text + " ";
    return new TextLine(number, words + next.text, lead, heading, bullet, joint);
  }
}
