package org.callboard.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callboard.feeds.Day.TEN;
import static org.callboard.feeds.Day.ended;
import static org.callboard.feeds.Day.told;

import java.util.List;
import org.callboard.change.Announcement.Level;
import org.callboard.change.Announcement.Mode;
import org.callboard.change.Effect;
import org.callboard.programme.Session;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** The news of a day as an Atom feed. */
class NewsTest {
  private static final Session OPENING = Day.PLAN.sessions().get(0);
  private static final Effect LUNCH = told("a2", "a2", Level.NOTICE, Mode.TEST, false);
  private static final Effect LATE =
      new Effect.Retimed(
          OPENING.id(),
          OPENING.span(),
          OPENING.span().startingAt(OPENING.span().start().plusSeconds(900)),
          0);

  private static Element feed(int second, Effect... effects) throws Exception {
    Day day = Day.after(effects);
    Alerts alerts = new Alerts(day.agenda(), day.chronicle(), "en", "https://b.example", false);
    Words words = (key, values) -> key + List.of(values);
    News news = new News(day.agenda(), day.chronicle(), words, "en", "https://b.example", alerts);
    return checked(news.at(TEN.plusSeconds(second)));
  }

  /** What RFC 4287 §4.1 asks of a feed and its entries. */
  private static Element checked(String xml) throws Exception {
    Element feed = Xml.parse(xml);
    assertThat(feed.getNamespaceURI()).isEqualTo("http://www.w3.org/2005/Atom");
    assertThat(Xml.names(feed))
        .matches("id title (subtitle )?updated link link author generator( entry)*");
    for (Element entry : Xml.named(feed, "entry")) {
      assertThat(Xml.names(entry)).matches("id title updated( link)+ content");
      assertThat(Xml.text(entry, "id")).startsWith("urn:uuid:");
      assertThat(Xml.text(entry, "updated")).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
    }
    assertThat(Xml.named(feed, "entry"))
        .extracting(entry -> Xml.text(entry, "id"))
        .doesNotHaveDuplicates();
    return feed;
  }

  private static Element only(Element feed) {
    assertThat(Xml.named(feed, "entry")).hasSize(1);
    return Xml.named(feed, "entry").get(0);
  }

  @Test
  void a_day_as_planned_has_no_news() throws Exception {
    assertThat(Xml.named(feed(0), "entry")).isEmpty();
  }

  @Test
  void an_announcement_is_told_from_when_it_opens_with_its_watermark() throws Exception {
    assertThat(Xml.named(feed(-1, LUNCH), "entry")).isEmpty();
    assertThat(Xml.text(only(feed(0, LUNCH)), "title"))
        .isEqualTo("test[]: Leave by the <nearest> exit");
  }

  @Test
  void a_thread_keeps_its_id_and_is_updated() throws Exception {
    Effect next = told("a4", "a2", Level.NOTICE, Mode.LIVE, false);
    Element before = only(feed(0, LUNCH));
    Element after = only(feed(0, LUNCH, ended("a2", 0), next));
    assertThat(Xml.text(after, "id")).isEqualTo(Xml.text(before, "id"));
    assertThat(Xml.text(after, "updated")).isGreaterThan(Xml.text(before, "updated"));
    assertThat(Xml.text(after, "title")).startsWith("Leave");
  }

  @Test
  void an_announcement_that_was_undone_says_so() throws Exception {
    Element entry = only(feed(0, LUNCH, LUNCH.inverse()));
    assertThat(Xml.text(entry, "title"))
        .isEqualTo("test[]: cancelled[]: Leave by the <nearest> exit");
  }

  @Test
  void a_session_that_changed_says_what_has_and_is_gone_when_it_has_not() throws Exception {
    Element late = only(feed(0, LATE));
    assertThat(Xml.text(late, "title")).isEqualTo("Opening: late[15]");
    assertThat(Xml.text(late, "content")).startsWith("09:00 → 09:15");
    assertThat(Xml.named(late, "link").get(0).getAttribute("href"))
        .isEqualTo("https://b.example/sessions/" + OPENING.id());
    Element moved =
        only(feed(0, LATE, new Effect.Moved(OPENING.id(), List.of("hall"), List.of("scala"))));
    assertThat(Xml.text(moved, "title")).isEqualTo("Opening: late[15], movedTo[scala]");
    assertThat(Xml.text(moved, "id")).isEqualTo(Xml.text(late, "id"));
    assertThat(Xml.text(only(feed(0, new Effect.Cancelled(OPENING.id(), true))), "title"))
        .isEqualTo("Opening: cancelled[]");
    assertThat(Xml.named(feed(0, LATE, LATE.inverse()), "entry")).isEmpty();
  }

  @Test
  void a_takeover_names_its_messages_for_machines() throws Exception {
    Element takeover =
        only(feed(0, told("a2", "a2", Level.SAFETY, Mode.LIVE, false), ended("a2", 60)));
    assertThat(Xml.named(takeover, "link"))
        .extracting(link -> link.getAttribute("href"))
        .contains(
            "https://b.example/exports/alerts/a2.cap",
            "https://b.example/exports/alerts/a2-end.cap");
  }
}
