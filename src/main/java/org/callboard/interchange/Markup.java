package org.callboard.interchange;

import java.io.StringWriter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Pattern;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * An XML text as it is written, indented so that people can read it. What XML 1.0 cannot hold is
 * left out, and line ends are plain, as every parser would make them.
 */
public final class Markup {
  private static final Pattern IMPOSSIBLE =
      Pattern.compile("[^\\x09\\x0A\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");
  private static final Pattern LINE_END = Pattern.compile("\\r\\n?");
  private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();

  private final StringWriter text = new StringWriter();
  private final XMLStreamWriter writer;
  private final Deque<Boolean> holdElements = new ArrayDeque<>();

  public Markup() {
    try {
      writer = FACTORY.createXMLStreamWriter(text);
      writer.writeStartDocument("UTF-8", "1.0");
    } catch (XMLStreamException inMemory) {
      throw new IllegalStateException(inMemory);
    }
  }

  /**
   * Begins an element.
   *
   * @param attributes names and values in turn
   */
  public Markup open(String name, String... attributes) {
    return then(
        () -> {
          indent();
          writer.writeStartElement(name);
          write(attributes);
          holdElements.push(false);
        });
  }

  /** Ends the element that was begun last. */
  public Markup close() {
    return then(
        () -> {
          if (holdElements.pop()) {
            newLine();
          }
          writer.writeEndElement();
        });
  }

  /** An element that holds a text. */
  public Markup text(String name, String value, String... attributes) {
    open(name, attributes);
    then(() -> writer.writeCharacters(possible(value)));
    return close();
  }

  /** An element that holds a text, or none where there is nothing to say. */
  public Markup textIfAny(String name, String value, String... attributes) {
    return value.isBlank() ? this : text(name, value, attributes);
  }

  /** An element that holds nothing. */
  public Markup empty(String name, String... attributes) {
    return then(
        () -> {
          indent();
          writer.writeEmptyElement(name);
          write(attributes);
        });
  }

  /** The whole, once everything that was begun has ended. */
  public String end() {
    then(writer::writeEndDocument);
    return text + "\n";
  }

  private void write(String... attributes) throws XMLStreamException {
    for (int i = 0; i < attributes.length; i += 2) {
      writer.writeAttribute(attributes[i], possible(attributes[i + 1]));
    }
  }

  private void indent() throws XMLStreamException {
    if (!holdElements.isEmpty()) {
      holdElements.pop();
      holdElements.push(true);
    }
    newLine();
  }

  private void newLine() throws XMLStreamException {
    writer.writeCharacters("\n" + "  ".repeat(holdElements.size()));
  }

  private static String possible(String value) {
    return IMPOSSIBLE.matcher(LINE_END.matcher(value).replaceAll("\n")).replaceAll("");
  }

  private interface Writing {
    void write() throws XMLStreamException;
  }

  private Markup then(Writing writing) {
    try {
      writing.write();
      return this;
    } catch (XMLStreamException inMemory) {
      throw new IllegalStateException(inMemory);
    }
  }
}
