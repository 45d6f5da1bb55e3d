package org.callboard.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.callboard.change.Announcement;
import org.callboard.change.Announcement.Level;
import org.callboard.change.Announcement.Mode;
import org.callboard.change.Announcement.Target;
import org.callboard.change.Announcement.Text;
import org.callboard.change.CallKind;
import org.callboard.change.Change;
import org.callboard.change.Ripple;
import org.callboard.change.RoomStatus;
import org.callboard.change.Samples;
import org.callboard.programme.Kind;
import org.callboard.programme.Role;
import org.callboard.programme.Session;
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
              new Change.Assign("s", Role.SPEAKER, 0, "", "")),
          Map.entry("'type':'delay','minutes':null", new Change.Postpone("s")),
          Map.entry(
              "'type':'edit','title':'New','abstract':'','languages':['nl'],'kind':'talk'",
              new Change.Edit(
                  "s",
                  Optional.of("New"),
                  Optional.of(""),
                  Optional.of(List.of("nl")),
                  Optional.of(Kind.TALK))));

  /** Changes that are not about one session. */
  private static final Map<String, Change> ASKED =
      Map.ofEntries(
          Map.entry(
              "{'type':'add','title':'Open mic','rooms':['a'],'start':'2017-11-16T09:00:00Z','end':'2017-11-16T10:00:00Z'}",
              new Change.Add(Session.plain("open-mic", "Open mic", Kind.TALK, List.of("a"), TEN))),
          Map.entry(
              "{'type':'room','room':'a','status':'full'}",
              new Change.SetRoom("a", RoomStatus.FULL)),
          Map.entry(
              "{'type':'announce','level':'notice','headline':'Lunch','until':'2017-11-16T10:00:00Z','texts':{'FR':{'headline':'Repas'}},'targets':['venue',{'room':'a','role':'door'}]}",
              new Change.Announce(
                  new Announcement(
                      "",
                      "",
                      Level.NOTICE,
                      Mode.LIVE,
                      new Text("Lunch", ""),
                      Map.of("fr", new Text("Repas", "")),
                      List.of(Target.VENUE, new Target("a", "", "", "door")),
                      NOW,
                      Optional.of(TEN.end()),
                      Optional.empty(),
                      false),
                  Optional.empty())),
          Map.entry(
              "{'type':'withdraw','announcement':'a7','allClear':'All clear'}",
              new Change.Withdraw("a7", Optional.of("All clear"))),
          Map.entry(
              "{'type':'call','room':'a','kind':'speaker-here','detail':'Ada'}",
              new Change.Call("a", CallKind.SPEAKER_HERE, "Ada")),
          Map.entry("{'type':'answer','call':'c7'}", new Change.Answer("c7")),
          Map.entry("{'type':'hold'}", new Change.Hold(List.of())),
          Map.entry("{'type':'resume','rooms':['a']}", new Change.Resume(List.of("a"))),
          Map.entry("{'type':'clock','speed':30}", new Change.SetClock(NOW, 30)),
          Map.entry("{'type':'undo','revision':7}", new Change.Undo(7)),
          Map.entry(
              "{'type':'settle','conflict':'s.time','take':'plan'}",
              new Change.Settle("s.time", true, false)),
          Map.entry("{'type':'unschedule','scheduled':'p9'}", new Change.Unschedule("p9")),
          Map.entry(
              "{'type':'start','session':'s','due':'2017-11-16T10:00:00Z'}",
              new Change.Schedule(
                  TEN.end(), "{\"type\":\"start\",\"session\":\"s\"}", new Change.Start("s"))));

  private static ChangeRequest request(String text) {
    return ChangeJson.read(new JsonObject(text.replace('\'', '"')), NOW, 1);
  }

  private static Change read(String text) {
    return request(text).change();
  }

  @Test
  void each_type_of_change_is_read() {
    READ.forEach(
        (fields, change) -> assertThat(read("{'session':'s'," + fields + "}")).isEqualTo(change));
    ASKED.forEach((text, change) -> assertThat(read(text)).isEqualTo(change));
  }

  @Test
  void a_new_edition_is_read_in_the_native_format() {
    String edition =
        "{'type':'import','force':true,'programme':{'event':{'name':'E','timezone':'Europe/Brussels'},"
            + "'rooms':[{'id':'a','name':'A'}],'sessions':[{'id':'s','title':'T','rooms':['a'],"
            + "'start':'2017-11-16T10:00','end':'2017-11-16T11:00'}]}}";
    Change.Import read = (Change.Import) read(edition);
    assertThat(read.isForced()).isTrue();
    assertThat(read.programme().session("s").orElseThrow().span()).isEqualTo(TEN);
  }

  @Test
  void every_type_of_change_is_tried_here() {
    Set<Class<?>> tried =
        Stream.concat(READ.values().stream(), ASKED.values().stream())
            .map(Object::getClass)
            .collect(Collectors.toSet());
    tried.add(Change.Import.class);
    tried.add(Change.Propose.class); // nobody asks for it: a watched source does
    tried.add(Change.Make.class); // nobody asks for it: the desk makes what waited
    assertThat(tried).isEqualTo(Samples.kinds(Change.class));
  }

  @Test
  void what_goes_along_with_a_change_is_kept_beside_it() {
    ChangeRequest request =
        request(
            "{'type':'cancel','session':'s','reason':'ill','publicReason':true,'ifRevision':7}");
    assertThat(request.type()).isEqualTo("cancel");
    assertThat(request.publicReason()).isEqualTo("ill");
    assertThat(request.ifRevision()).contains(7L);
    assertThat(request("{'type':'cancel','session':'s','reason':'ill'}").publicReason()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{}|The field type is missing; it takes a text",
        "{'type':7}|The field type is not readable",
        "{'type':'explode'}|one of add, announce, answer, assign, call, cancel",
        "{'type':'cancel'}|The field session is missing",
        "{'type':'cancel','session':'s','sesion':'t'}|The field sesion is not known here",
        "{'type':'delay','session':'s','minutes':1.5}|a whole number from -1440 to 1440",
        "{'type':'delay','session':'s','minutes':2000}|a whole number from -1440 to 1440",
        "{'type':'delay','session':'s','minutes':5,'ripple':'far'}|one of none, room, venue",
        "{'type':'move','session':'s','rooms':'a'}|a list of texts",
        "{'type':'move','session':'s','rooms':[3]}|a list of texts",
        "{'type':'edit','session':'s','languages':['e\\u0007n']}|a list of texts",
        "{'type':'add','title':'T','start':'2017-11-16T09:00:00Z','end':'2017-11-16T10:00:00Z','people':'Ada'}|a list of objects",
        "{'type':'retime','session':'s','start':'10:30','end':'11:00'}|RFC 3339",
        "{'type':'assign','session':'s','role':'king','person':null}|one of speaker, moderator",
        "{'type':'assign','session':'s','role':'host'}|The field person is missing",
        "{'type':'undo','revision':-1}|a revision, a whole number from 0",
        "{'type':'clock','speed':0}|a number above 0, at most 3600",
        "{'type':'room','room':'a','status':'burning'}|one of open, filling, full, closed",
        "{'type':'call','room':'a','kind':'pizza'}|one of help, speaker-here",
        "{'type':'answer'}|The field call is missing",
        "{'type':'announce','level':'loud','headline':'x'}|one of safety, urgent, notice, ambient",
        "{'type':'announce','level':'notice','headline':' '}|The field headline",
        "{'type':'announce','level':'notice','headline':'x','targets':[]}|1 to 100 selectors",
        "{'type':'announce','level':'notice','headline':'x','targets':5}|a list of selectors",
        "{'type':'announce','level':'notice','headline':'x','targets':[{}]}|The field venue is missing",
        "{'type':'announce','level':'notice','headline':'x','targets':[{'floor':'1'}]}|floor is not known",
        "{'type':'import','programme':{'event':{}}}|no usable programme",
        "{'type':'cancel','session':'\\u0000'}|none of them control",
        "{'type':'hold','due':'tomorrow'}|RFC 3339",
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
