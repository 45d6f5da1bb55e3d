package org.callboard.interchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/** A walk like {@link XmlWalk} through XML that is not well-formed, as far as it can be guessed. */
final class XmlRepair implements NodeVisitor {
  private static final int DEEPEST = 60;

  private final Set<String> records;
  private final XmlWalk.Visitor visitor;
  private Element within;

  private XmlRepair(Set<String> records, XmlWalk.Visitor visitor) {
    this.records = records;
    this.visitor = visitor;
  }

  static void walk(String text, Set<String> records, XmlWalk.Visitor visitor) {
    Parser parser = Parser.xmlParser().setTrackPosition(true);
    NodeTraversor.traverse(new XmlRepair(records, visitor), parser.parseInput(text, ""));
  }

  @Override
  public void head(org.jsoup.nodes.Node node, int depth) {
    if (within != null || !(node instanceof Element element) || depth == 0) {
      return;
    }
    String name = XmlNodes.local(element.tagName());
    if (records.contains(name)) {
      within = element;
      visitor.record(name, new Piece(fields(element)));
    } else {
      visitor.opened(name, new Piece(new Node.Fields(line(element), attributes(element))));
    }
  }

  @Override
  public void tail(org.jsoup.nodes.Node node, int depth) {
    if (node == within) {
      within = null;
    } else if (within == null && node instanceof Element element && depth > 0) {
      visitor.closed(XmlNodes.local(element.tagName()));
    }
  }

  private static Node.Fields fields(Element element) {
    return element(element, 0) instanceof Node.Fields fields
        ? fields
        : new Node.Fields(
            line(element), Map.of(Piece.TEXT, new Node.Text(line(element), element.wholeText())));
  }

  private static Node element(Element element, int depth) {
    Map<String, List<Node>> children = new LinkedHashMap<>();
    StringBuilder text = new StringBuilder();
    for (org.jsoup.nodes.Node child : element.childNodes()) {
      if (child instanceof TextNode words) {
        text.append(words.getWholeText());
      } else if (child instanceof Element inner && depth < DEEPEST) {
        children
            .computeIfAbsent(XmlNodes.local(inner.tagName()), name -> new ArrayList<>(1))
            .add(element(inner, depth + 1));
      }
    }
    return XmlNodes.of(line(element), attributes(element), children, text.toString());
  }

  private static Map<String, Node> attributes(Element element) {
    Map<String, Node> attributes = new LinkedHashMap<>();
    for (Attribute attribute : element.attributes()) {
      attributes.put(
          XmlNodes.local(attribute.getKey()), new Node.Text(line(element), attribute.getValue()));
    }
    return attributes;
  }

  private static int line(Element element) {
    return Math.max(0, element.sourceRange().start().lineNumber());
  }
}
