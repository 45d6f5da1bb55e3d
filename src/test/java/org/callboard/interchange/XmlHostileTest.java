package org.callboard.interchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** XML and JSON that mean harm. */
class XmlHostileTest {
  private static final String EVENT =
      "<schedule><day date='2024-05-03'><event id='1'><title>%s</title><start>9:00</start>"
          + "<duration>1:00</duration></event></day></schedule>";

  @Test
  void a_bomb_of_entities_is_refused_with_its_line() {
    String bomb =
        "<?xml version='1.0'?>\n<!DOCTYPE schedule [\n<!ENTITY a 'aaaaaaaaaa'>\n"
            + "<!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'>]>"
            + EVENT.formatted("&b;");
    assertThatThrownBy(() -> read(bomb))
        .isInstanceOfSatisfying(
            UnreadableProgramme.class, refused -> assertThat(refused.line()).isEqualTo(3))
        .hasMessageContaining("entities are declared here");
  }

  @Test
  void entities_that_are_declared_far_below_the_top_are_not_expanded() throws Exception {
    String bomb =
        "<!DOCTYPE schedule [\n<!-- "
            + "x".repeat(20_000)
            + " --><!ENTITY a 'secret'>]>"
            + EVENT.formatted("&a;");
    assertThat(read(bomb).programme().sessions().get(0).title()).isEqualTo("&a;");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE schedule SYSTEM 'http://127.0.0.1:%d/x.dtd'>",
        "<!DOCTYPE schedule PUBLIC '-//X' 'http://127.0.0.1:%d/x.dtd'>",
        "<?xml-stylesheet href='http://127.0.0.1:%d/x.xsl'?>"
      })
  void nothing_is_fetched(String prolog) throws Exception {
    try (ServerSocket server = new ServerSocket(0)) {
      server.setSoTimeout(200);
      Reading reading = read(prolog.formatted(server.getLocalPort()) + EVENT.formatted("Talk"));
      assertThat(reading.programme().sessions()).hasSize(1);
      assertThatThrownBy(server::accept).isInstanceOf(SocketTimeoutException.class);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void deep_nesting_is_refused() {
    String deep = "<schedule>" + "<day>".repeat(100_000);
    assertThatThrownBy(() -> read(deep)).isInstanceOf(UnreadableProgramme.class);
    String list = "[".repeat(100_000);
    assertThatThrownBy(() -> read(list)).isInstanceOf(UnreadableProgramme.class);
    String within = EVENT.formatted("<a>".repeat(10_000));
    assertThatThrownBy(() -> read(within)).isInstanceOf(UnreadableProgramme.class);
  }

  @Test
  void markup_in_texts_stays_text() throws Exception {
    String script = EVENT.formatted("&lt;script&gt;alert(1)&lt;/script&gt;");
    assertThat(read(script).programme().sessions().get(0).title())
        .isEqualTo("<script>alert(1)</script>");
  }

  @Test
  void many_sessions_of_one_title_and_start_are_read_soon() throws Exception {
    StringBuilder many = new StringBuilder("<schedule><day date='2024-05-03'>");
    for (int i = 0; i < 20_000; i++) {
      many.append("<event><title>Same</title><room>R").append(i).append("</room>");
      many.append("<start>9:00</start></event>");
    }
    Reading reading = read(many.append("</day></schedule>").toString());
    assertThat(reading.programme().sessions()).hasSize(20_000);
    assertThat(reading.warnings().size()).isLessThan(2_000);
  }

  private static Reading read(String text) throws UnreadableProgramme {
    return Programmes.read("x", text.getBytes(StandardCharsets.UTF_8), Optional.empty());
  }
}
