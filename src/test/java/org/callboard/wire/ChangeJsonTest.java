package org.callboard.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.callboard.change.Change;
import org.callboard.change.Ripple;
import org.callboard.programme.Role;
import org.callboard.programme.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Changes as they are asked for over the API. */
class ChangeJsonTest {
  private static final Instant NOW = Instant.parse("2017-11-16T09:31:00Z");
  private static final Span TEN =
      new Span(Instant.parse("2017-11-16T09:00:00Z"), Instant.parse("2017-11-16T10:00:00Z"));

  private static final Map<String, Change> READ =
      Map.ofEntries(
          Map.entry("'type':'delay','minutes':15", new Change.Delay("s", 15, Ripple.ROOM)),
          Map.entry(
              "'type':'delay','minutes':-5,'ripple':'venue','reason':'early'",
              new Change.Delay("s", -5, Ripple.VENUE)),
          Map.entry(
              "'type':'extend','minutes':10,'ripple':'none'",
              new Change.Extend("s", 10, Ripple.NONE)),
          Map.entry(
              "'type':'retime','start':'2017-11-16T09:00:00Z','end':'2017-11-16T11:00:00+01:00'",
              new Change.Retime("s", TEN)),
          Map.entry("'type':'start'", new Change.Start("s")),
          Map.entry("'type':'finish'", new Change.Finish("s", Ripple.ROOM)),
          Map.entry("'type':'cancel','ifRevision':7", new Change.Cancel("s")),
          Map.entry("'type':'reinstate'", new Change.Reinstate("s")),
          Map.entry("'type':'move','rooms':['a','b']", new Change.Move("s", List.of("a", "b"))),
          Map.entry("'type':'swap','with':'t'", new Change.Swap("s", "t")),
          Map.entry(
              "'type':'assign','role':'moderator','slot':1,'person':{'name':'Ada','affiliation':'X'}",
              new Change.Assign("s", Role.MODERATOR, 1, "Ada", "X")),
          Map.entry(
              "'type':'assign','role':'speaker','person':null",
              new Change.Assign("s", Role.SPEAKER, 0, "", "")));

  private static Change read(String text) {
    return ChangeJson.read(new JsonObject(text.replace('\'', '"')), NOW);
  }

  @Test
  void each_type_of_change_is_read() {
    READ.forEach(
        (fields, change) -> assertThat(read("{'session':'s'," + fields + "}")).isEqualTo(change));
    assertThat(READ.values().stream().map(Object::getClass).collect(Collectors.toSet()))
        .isEqualTo(
            Arrays.stream(Change.class.getPermittedSubclasses()).collect(Collectors.toSet()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{}|The field type is missing; it takes a text",
        "{'type':7}|The field type is not readable",
        "{'type':'explode'}|one of assign, cancel, delay",
        "{'type':'cancel'}|The field session is missing",
        "{'type':'cancel','session':'s','sesion':'t'}|The field sesion is not known here",
        "{'type':'delay','session':'s','minutes':1.5}|a whole number from -1440 to 1440",
        "{'type':'delay','session':'s','minutes':2000}|a whole number from -1440 to 1440",
        "{'type':'delay','session':'s','minutes':5,'ripple':'far'}|one of none, room, venue",
        "{'type':'move','session':'s','rooms':'a'}|a list of texts",
        "{'type':'move','session':'s','rooms':[3]}|a list of texts",
        "{'type':'retime','session':'s','start':'10:30','end':'11:00'}|RFC 3339",
        "{'type':'assign','session':'s','role':'king','person':null}|one of speaker, moderator",
        "{'type':'assign','session':'s','role':'host'}|The field person is missing",
        "{'type':'assign','session':'s','role':'host','person':{'name':'A','x':1}}|The field x is not known"
      })
  void a_malformed_change_is_refused_with_the_field_and_what_it_takes(String text, String message) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  @Test
  void a_time_that_ends_before_it_starts_is_refused() {
    String backwards =
        "{'type':'retime','session':'s','start':'2017-11-16T09:00:00Z','end':'2017-11-16T08:00:00Z'}";
    assertThatThrownBy(() -> read(backwards)).hasMessageContaining("not before start");
  }
}
