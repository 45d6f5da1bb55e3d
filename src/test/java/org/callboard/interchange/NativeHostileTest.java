package org.callboard.interchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Native sources made to do harm. */
class NativeHostileTest {

  @Test
  void an_alias_is_refused_so_that_nothing_can_multiply() {
    refused("event: &a {name: E}\nsessions: [*a, *a]\n", 2, "aliases");
  }

  @Test
  void a_deep_nest_is_refused() {
    refused("event: " + "[".repeat(100_000), 0, "depth");
    refused("{\"event\":" + "[".repeat(100_000), 0, "depth");
  }

  @Test
  void a_tag_that_names_a_class_is_no_more_than_a_tag() throws Exception {
    String session = "{title: A, start: 2017-11-16T09:00, end: 2017-11-16T10:00}";
    Reading reading = read("event:\n  name: !!java.net.URL http://x\nsessions: [" + session + "]");
    assertThat(reading.programme().event().name()).isEqualTo("http://x");
  }

  @Test
  void too_many_sessions_are_refused() {
    refused("event: {name: E}\nsessions:\n" + "- a\n- {title: A}\n".repeat(10_001), 0, "too many");
  }

  @Test
  void a_syntax_error_names_its_line() {
    refused("event:\n  name: E\nsessions:\n  - title: \"A\n", 5, "");
    refused("{\"event\": {},\n\"sessions\": [}", 2, "");
    refused("event: {name: E}\nsessions: []\n---\nevent: {}\n", 4, "second document");
  }

  @Test
  void a_far_year_is_no_time() {
    refused("sessions: [{title: A, start: +999999999-01-01T00:00:00Z}]", 1, "no session is usable");
  }

  private static void refused(String text, int line, String why) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(UnreadableProgramme.class)
        .hasMessageContaining(why)
        .hasMessageNotContaining("\n")
        .extracting("line")
        .isEqualTo(line);
  }

  private static Reading read(String text) throws UnreadableProgramme {
    return Programmes.read("x", text.getBytes(StandardCharsets.UTF_8), Optional.empty());
  }
}
