package org.callboard.interchange;

import java.util.Locale;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** Reads the events that a web page lists for search engines, as JSON-LD of schema.org. */
final class HtmlReader implements ProgrammeReader {
  private static final String SCRIPTS = "script[type=application/ld+json]";

  @Override
  public boolean recognises(Source source) throws UnreadableProgramme {
    String head = source.head().toLowerCase(Locale.ROOT);
    return head.startsWith("<") && isPage(head) && source.text().contains("application/ld+json");
  }

  @Override
  public Reading read(Source source, ReadingOptions options) throws UnreadableProgramme {
    String scripts =
        Jsoup.parse(source.text()).select(SCRIPTS).stream()
            .map(Element::data)
            .filter(data -> !data.isBlank())
            .collect(Collectors.joining(",", "[", "]"));
    try {
      Reading reading = JsonReader.read(scripts, options);
      return new Reading("json-ld", reading.programme(), reading.warnings());
    } catch (UnreadableProgramme nothing) {
      throw new UnreadableProgramme(
          0,
          "this is a web page (HTML) without events for machines: export the schedule; read are "
              + Programmes.READ);
    }
  }

  static boolean isPage(String head) {
    return head.contains("<!doctype html") || head.contains("<html");
  }
}
