package org.callboard.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callboard.feeds.Day.ended;
import static org.callboard.feeds.Day.told;

import org.callboard.change.Announcement.Level;
import org.callboard.change.Announcement.Mode;
import org.callboard.change.Effect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Element;

/** Safety announcements as CAP 1.2 messages, shaped as the standard's schema says. */
class AlertsTest {
  private static final Effect FIRST = told("a2", "a2", Level.SAFETY, Mode.LIVE, false);
  private static final Effect SECOND = told("a4", "a2", Level.SAFETY, Mode.LIVE, false);
  private static final Effect ALL_CLEAR = told("a5", "a2", Level.URGENT, Mode.LIVE, true);

  private static Alerts alerts(boolean isRehearsal, Effect... effects) {
    Day day = Day.after(effects);
    return new Alerts(day.agenda(), day.chronicle(), "en", "https://boards.example", isRehearsal);
  }

  private static Element message(String name, Effect... effects) throws Exception {
    return checked(alerts(false, effects).message(name).orElseThrow());
  }

  /** The order and number of elements, and the patterns of instants. */
  private static Element checked(String xml) throws Exception {
    Element alert = Xml.parse(xml);
    assertThat(alert.getNamespaceURI()).isEqualTo("urn:oasis:names:tc:emergency:cap:1.2");
    assertThat(Xml.names(alert))
        .matches("identifier sender sent status msgType scope (references )?info( info)*");
    assertThat(Xml.text(alert, "sent"))
        .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d[-+]\\d\\d:\\d\\d");
    assertThat(Xml.text(alert, "identifier")).doesNotContainPattern("[\\s,<&]");
    assertThat(Xml.text(alert, "sender")).doesNotContainPattern("[\\s,<&]");
    for (Element info : Xml.named(alert, "info")) {
      assertThat(Xml.names(info))
          .matches(
              "language category event (responseType )?urgency severity certainty effective"
                  + " (expires )?senderName headline (description )?web area( area)*");
    }
    return alert;
  }

  private static String reference(Element alert) {
    return Xml.text(alert, "sender")
        + ","
        + Xml.text(alert, "identifier")
        + ","
        + Xml.text(alert, "sent");
  }

  @Test
  void a_takeover_is_an_alert_with_its_words_in_each_language() throws Exception {
    Element alert = message("a2", FIRST);
    assertThat(Xml.text(alert, "msgType")).isEqualTo("Alert");
    assertThat(Xml.text(alert, "status")).isEqualTo("Actual");
    assertThat(Xml.text(alert, "sent")).isEqualTo("2017-11-16T10:00:02+01:00");
    assertThat(Xml.named(alert, "info")).hasSize(2);
    Element info = Xml.named(alert, "info").get(0);
    assertThat(Xml.text(info, "headline")).isEqualTo("Leave by the <nearest> exit");
    assertThat(Xml.text(info, "urgency")).isEqualTo("Immediate");
    assertThat(Xml.named(info, "area")).hasSize(2);
    assertThat(Xml.text(Xml.named(alert, "info").get(1), "language")).isEqualTo("fr");
  }

  @Test
  void each_later_version_updates_and_the_all_clear_cancels_all_before_it() throws Exception {
    Effect[] day = {FIRST, ended("a2", 60), SECOND, ended("a4", 90), ALL_CLEAR};
    assertThat(alerts(false, day).names()).containsExactly("a2", "a4", "a5");
    Element first = message("a2", day);
    Element second = message("a4", day);
    Element over = message("a5", day);
    assertThat(Xml.text(second, "msgType")).isEqualTo("Update");
    assertThat(Xml.text(second, "references")).isEqualTo(reference(first));
    assertThat(Xml.text(over, "msgType")).isEqualTo("Cancel");
    assertThat(Xml.text(over, "references")).isEqualTo(reference(first) + " " + reference(second));
    assertThat(Xml.text(Xml.named(over, "info").get(0), "responseType")).isEqualTo("AllClear");
  }

  @Test
  void one_that_is_withdrawn_without_words_is_cancelled_all_the_same() throws Exception {
    Effect[] day = {FIRST, ended("a2", 60)};
    assertThat(alerts(false, day).names()).containsExactly("a2", "a2-end");
    Element over = message("a2-end", day);
    assertThat(Xml.text(over, "msgType")).isEqualTo("Cancel");
    assertThat(Xml.text(over, "sent")).isEqualTo("2017-11-16T10:01:00+01:00");
    assertThat(Xml.text(over, "references")).isEqualTo(reference(message("a2", day)));
  }

  @Test
  void one_that_is_undone_was_heard_and_is_cancelled() throws Exception {
    Effect[] day = {FIRST, FIRST.inverse()};
    assertThat(alerts(false, day).names()).containsExactly("a2", "a2-end");
    Element over = message("a2-end", day);
    assertThat(Xml.text(over, "msgType")).isEqualTo("Cancel");
    assertThat(Xml.text(over, "sent")).isEqualTo("2017-11-16T10:00:03+01:00");
    assertThat(Xml.text(over, "references")).isEqualTo(reference(message("a2", day)));
    assertThat(alerts(false, FIRST, FIRST.inverse(), FIRST).names()).containsExactly("a2");
  }

  @Test
  void when_a_later_version_is_undone_the_one_before_it_is_said_again() throws Exception {
    Effect end = ended("a2", 60);
    Effect[] day = {FIRST, end, SECOND, SECOND.inverse(), end.inverse()};
    assertThat(alerts(false, day).names()).containsExactly("a2", "a4", "a4-end");
    Element again = message("a4-end", day);
    assertThat(Xml.text(again, "msgType")).isEqualTo("Update");
    assertThat(Xml.text(Xml.named(again, "info").get(0), "urgency")).isEqualTo("Immediate");
    assertThat(Xml.text(again, "references"))
        .isEqualTo(reference(message("a2", day)) + " " + reference(message("a4", day)));
  }

  @ParameterizedTest
  @CsvSource({
    "LIVE,false,Actual",
    "LIVE,true,Exercise",
    "EXERCISE,false,Exercise",
    "TEST,false,Test",
    "TEST,true,Test"
  })
  void what_is_not_meant_says_so(Mode mode, boolean isRehearsal, String status) throws Exception {
    Alerts alerts = alerts(isRehearsal, told("a2", "a2", Level.SAFETY, mode, false));
    assertThat(Xml.text(checked(alerts.message("a2").orElseThrow()), "status")).isEqualTo(status);
  }

  @Test
  void what_is_no_matter_of_safety_is_no_alert() {
    Alerts alerts = alerts(false, told("a2", "a2", Level.URGENT, Mode.LIVE, false));
    assertThat(alerts.names()).isEmpty();
    assertThat(alerts.message("a2")).isEmpty();
  }
}
