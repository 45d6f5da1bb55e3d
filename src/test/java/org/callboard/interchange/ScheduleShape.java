package org.callboard.interchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;

/**
 * What the schema of c3voc asks of a schedule.xml, as far as a writer can get it wrong: which
 * elements, in which order, how often, and how their texts look.
 */
final class ScheduleShape {
  private static final String STAMP = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d[+-]\\d\\d:\\d\\d";
  private static final String GUID = "\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}";
  private static final Map<String, String> TEXTS =
      Map.of(
          "date", STAMP,
          "start", "[0-2]\\d:[0-5]\\d",
          "duration", "\\d\\d:\\d\\d",
          "slug", "[a-z0-9_]{4,}-[a-z0-9_-]{4,}",
          "url", "https?://.*");
  private static final List<String> REQUIRED =
      List.of("room", "title", "type", "date", "start", "duration", "abstract", "track");
  private static final Set<String> ALLOWED =
      Set.of(
          "room",
          "title",
          "type",
          "date",
          "start",
          "duration",
          "abstract",
          "track",
          "subtitle",
          "slug",
          "persons",
          "language",
          "description",
          "url");

  private final Set<String> unique = new HashSet<>();

  private ScheduleShape() {}

  static Element parse(String xml) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    return factory
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(xml)))
        .getDocumentElement();
  }

  static void check(String xml) throws Exception {
    Element schedule = parse(xml);
    assertThat(schedule.getTagName()).isEqualTo("schedule");
    String order = String.join(" ", children(schedule).stream().map(Element::getTagName).toList());
    assertThat(order).matches("generator (url )?version conference day( day)*");
    Element conference = only(schedule, "conference");
    assertThat(only(conference, "acronym").getTextContent()).matches("[a-z0-9_-]{4,}");
    assertThat(only(conference, "days").getTextContent()).matches("\\d+");
    ScheduleShape shape = new ScheduleShape();
    named(schedule, "day").forEach(shape::day);
  }

  private void day(Element day) {
    assertThat(day.getAttribute("start")).matches(STAMP);
    assertThat(day.getAttribute("end")).matches(STAMP);
    assertThat(day.getAttribute("date")).matches("\\d{4}-\\d\\d-\\d\\d");
    assertUnique("day", day.getAttribute("index"), "[1-9]\\d*");
    for (Element room : named(day, "room")) {
      assertThat(room.hasAttribute("name")).isTrue();
      assertThat(room.getAttribute("guid")).matches(GUID);
      named(room, "event").forEach(this::event);
    }
  }

  private void event(Element event) {
    assertUnique("id", event.getAttribute("id"), "[1-9]\\d*");
    assertUnique("guid", event.getAttribute("guid"), GUID);
    assertUnique("slug", only(event, "slug").getTextContent(), ".*");
    List<String> names = children(event).stream().map(Element::getTagName).toList();
    assertThat(names).doesNotHaveDuplicates().containsAll(REQUIRED);
    assertThat(ALLOWED).containsAll(names);
    children(event).stream()
        .filter(each -> TEXTS.containsKey(each.getTagName()))
        .forEach(each -> assertThat(each.getTextContent()).matches(TEXTS.get(each.getTagName())));
    named(only(event, "persons"), "person")
        .forEach(person -> assertThat(person.getAttribute("guid")).matches(GUID));
  }

  private void assertUnique(String what, String value, String pattern) {
    assertThat(value).as(what).matches(pattern);
    assertThat(unique.add(what + " " + value)).as(what + " twice: " + value).isTrue();
  }

  static List<Element> named(Element parent, String name) {
    return children(parent).stream().filter(each -> each.getTagName().equals(name)).toList();
  }

  static Element only(Element parent, String name) {
    List<Element> all = named(parent, name);
    assertThat(all).as(name).hasSize(1);
    return all.get(0);
  }

  private static List<Element> children(Element parent) {
    return IntStream.range(0, parent.getChildNodes().getLength())
        .mapToObj(parent.getChildNodes()::item)
        .filter(node -> node.getNodeType() == Node.ELEMENT_NODE)
        .map(Element.class::cast)
        .toList();
  }
}
