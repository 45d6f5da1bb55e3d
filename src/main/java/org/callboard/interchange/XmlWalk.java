package org.callboard.interchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jsoup.parser.Parser;

/**
 * One walk through an XML source: records are handed over whole and then forgotten, what encloses
 * them is told as it opens and closes. Nothing is fetched, no entity is expanded.
 */
final class XmlWalk {
  private static final int DEEPEST = 60;

  private final XMLStreamReader reader;
  private final Set<String> records;
  private final Visitor visitor;
  private int depth;

  /** Who is told what stands in the source; names are in lower case. */
  interface Visitor {
    void opened(String name, Piece attributes);

    void record(String name, Piece record);

    void closed(String name);
  }

  private XmlWalk(XMLStreamReader reader, Set<String> records, Visitor visitor) {
    this.reader = reader;
    this.records = records;
    this.visitor = visitor;
  }

  /**
   * @param records names of the elements that are handed over whole
   * @throws XMLStreamException where it is not well-formed
   */
  static void strictly(Source source, Set<String> records, Visitor visitor)
      throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
    factory.setXMLResolver(
        (publicId, systemId, base, namespace) -> {
          throw new XMLStreamException("it refers to another file");
        });
    XMLStreamReader reader = factory.createXMLStreamReader(XmlText.of(source));
    try {
      new XmlWalk(reader, records, visitor).walk();
    } finally {
      reader.close();
    }
  }

  private void walk() throws XMLStreamException {
    while (reader.hasNext()) {
      int event = reader.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        String name = name();
        deeper();
        if (records.contains(name)) {
          visitor.record(name, new Piece(fields()));
        } else {
          visitor.opened(name, new Piece(new Node.Fields(line(), attributes())));
        }
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        depth--;
        visitor.closed(name());
      }
    }
  }

  private Node.Fields fields() throws XMLStreamException {
    int line = line();
    Node node = element();
    return node instanceof Node.Fields fields
        ? fields
        : new Node.Fields(line, Map.of(Piece.TEXT, node));
  }

  /** The element that has just begun, to its end: a text where it holds nothing else. */
  private Node element() throws XMLStreamException {
    int line = line();
    Map<String, Node> attributes = attributes();
    Map<String, List<Node>> children = new LinkedHashMap<>();
    StringBuilder text = new StringBuilder();
    for (int event = reader.next();
        event != XMLStreamConstants.END_ELEMENT;
        event = reader.next()) {
      if (event == XMLStreamConstants.START_ELEMENT) {
        deeper();
        children.computeIfAbsent(name(), name -> new ArrayList<>(1)).add(element());
      } else {
        append(event, text);
      }
    }
    depth--;
    return XmlNodes.of(line, attributes, children, text.toString());
  }

  private void append(int event, StringBuilder text) throws XMLStreamException {
    if (event == XMLStreamConstants.CHARACTERS
        || event == XMLStreamConstants.CDATA
        || event == XMLStreamConstants.SPACE) {
      text.append(reader.getText());
    } else if (event == XMLStreamConstants.ENTITY_REFERENCE) {
      text.append(letter(reader.getLocalName()));
    }
  }

  /** Those that HTML knows are letters; any other would have to be looked up. */
  private String letter(String entity) throws XMLStreamException {
    String letter = Parser.unescapeEntities("&" + entity + ";", true);
    if (letter.startsWith("&") && letter.length() > 1) {
      throw new XMLStreamException(
          "the entity &" + entity + "; is not known", reader.getLocation());
    }
    return letter;
  }

  private Map<String, Node> attributes() {
    Map<String, Node> attributes = new LinkedHashMap<>();
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      attributes.put(
          reader.getAttributeLocalName(i), new Node.Text(line(), reader.getAttributeValue(i)));
    }
    return attributes;
  }

  private void deeper() throws XMLStreamException {
    if (++depth > DEEPEST) {
      throw new XMLStreamException(
          "elements are nested more than " + DEEPEST + " deep", reader.getLocation());
    }
  }

  private String name() {
    return XmlNodes.local(reader.getLocalName());
  }

  private int line() {
    return Math.max(0, reader.getLocation().getLineNumber());
  }
}
