package org.callboard.interchange;

import java.util.Locale;
import javax.xml.stream.XMLStreamException;

/** Reads schedule.xml of all generations, and other XML in which sessions stand one by one. */
final class XmlReader implements ProgrammeReader {
  private static final int LARGEST_REPAIRED = 16 * 1024 * 1024;

  @Override
  public boolean recognises(Source source) {
    String head = source.head().toLowerCase(Locale.ROOT);
    return head.startsWith("<") && !HtmlReader.isPage(head);
  }

  @Override
  public Reading read(Source source, ReadingOptions options) throws UnreadableProgramme {
    refuseEntities(source);
    ScheduleXml schedule = new ScheduleXml(options);
    try {
      XmlWalk.strictly(source, ScheduleXml.RECORDS, schedule);
      return schedule.reading();
    } catch (XMLStreamException e) {
      return repaired(source, options, e);
    }
  }

  /** A document that declares entities can make a small file huge, or fetch others. */
  private static void refuseEntities(Source source) throws UnreadableProgramme {
    int at = source.head().indexOf("<!ENTITY");
    if (at >= 0) {
      int line = 1 + (int) source.head().substring(0, at).chars().filter(c -> c == '\n').count();
      throw new UnreadableProgramme(
          line, "entities are declared here, which are not read: leave out the DOCTYPE");
    }
  }

  private static Reading repaired(Source source, ReadingOptions options, XMLStreamException e)
      throws UnreadableProgramme {
    int line = e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getLineNumber());
    String why = why(e);
    if (source.bytes().length > LARGEST_REPAIRED) {
      throw new UnreadableProgramme(line, "this is no well-formed XML: " + why);
    }
    ScheduleXml schedule = new ScheduleXml(options);
    schedule
        .warnings()
        .add(
            line,
            "malformed",
            "this is no well-formed XML, so what follows is read as well as can be: " + why);
    try {
      XmlRepair.walk(source.text(), ScheduleXml.RECORDS, schedule);
      return schedule.reading();
    } catch (UnreadableProgramme nothing) {
      throw new UnreadableProgramme(line, "this is no well-formed XML: " + why);
    }
  }

  /** The parser's own words without its coordinates and the second line that it adds to them. */
  private static String why(XMLStreamException e) {
    String message = String.valueOf(e.getMessage());
    int words = message.indexOf("Message: ");
    String own = words < 0 ? message : message.substring(words + "Message: ".length());
    return Warnings.shortened(PlainText.line(own).replaceAll("https?://\\S+#", ""));
  }
}
