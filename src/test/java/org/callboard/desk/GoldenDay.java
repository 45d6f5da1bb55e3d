package org.callboard.desk;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.callboard.app.ExampleEvent;
import org.callboard.board.Board;
import org.callboard.board.Boards;
import org.callboard.change.Change;
import org.callboard.clock.EventClock;
import org.callboard.clock.EventTime;
import org.callboard.clock.Moment;
import org.callboard.journal.Entry;
import org.callboard.journal.EntryJson;
import org.callboard.journal.MemoryJournal;
import org.callboard.programme.Programme;
import org.callboard.programme.Session;
import org.callboard.wire.BoardJson;
import org.callboard.wire.ChangeJson;
import org.callboard.wire.ChangeRequest;

/**
 * Two days of the example event on which every change there is was asked of the real desk. {@code
 * main} writes them anew: only ever for a new kind of change, under another name, since what is
 * kept is what later versions must go on to read.
 */
final class GoldenDay {
  static final Path JOURNAL = Path.of("src/test/resources/journal/golden-day.jsonl");
  static final Path BOARDS = Path.of("src/test/resources/journal/golden-day-boards.txt");

  static final List<Instant> INSTANTS =
      List.of(
          Instant.parse("2017-11-16T08:20:00Z"),
          Instant.parse("2017-11-16T10:05:00Z"),
          Instant.parse("2017-11-16T14:20:00Z"),
          Instant.parse("2017-11-17T09:50:00Z"),
          Instant.parse("2017-11-17T10:40:00Z"));

  private static final String WELCOME = "Hosts' welcoming remarks";
  private static final String KEY_ELEMENTS = "What are the key";
  private static final String COMMITMENTS = "Implementation of migration";
  private static final String DRIVERS = "Drivers of migration";
  private static final String RIGHTS = "Human rights of migrants";
  private static final String COOPERATION = "International cooperation";
  private static final String SMUGGLING = "Migrant smuggling";
  private static final String INTEGRATION = "Social integration";
  private static final String RECEPTION = "Reception";

  private final Programme programme = ExampleEvent.programme();
  private final AtomicReference<Instant> now = new AtomicReference<>(INSTANTS.get(0));
  private final EventTime time =
      new EventTime(
          EventClock.rehearsal(INSTANTS.get(0), 1, new Moment(INSTANTS.get(0), 0)),
          () -> new Moment(now.get(), 0));
  private final MemoryJournal journal = new MemoryJournal();
  private final Desk desk;

  private GoldenDay(Vertx vertx) throws Exception {
    journal.append(0, List.of(FirstEdition.entry(programme, time)));
    Replica replica = new Replica(journal.read(0, 10), time);
    desk =
        new Desk(
            vertx,
            vertx.createSharedWorkerExecutor("golden", 1),
            journal,
            replica,
            time,
            (before, after) -> {},
            (asked, done) -> {});
  }

  public static void main(String[] none) throws Exception {
    Vertx vertx = Vertx.vertx();
    try {
      List<Entry> entries = new GoldenDay(vertx).lived();
      Files.writeString(
          JOURNAL,
          entries.stream().map(EntryJson::write).collect(Collectors.joining("\n", "", "\n")));
      Files.writeString(BOARDS, boards(entries));
    } finally {
      vertx.close().toCompletionStage().toCompletableFuture().join();
    }
  }

  private List<Entry> lived() throws Exception {
    thursday();
    friday();
    return journal.read(0, 1_000);
  }

  private void thursday() throws Exception {
    at("2017-11-16T08:04:00Z");
    ask("{'type':'start','session':'%s'}", id(WELCOME));
    at("2017-11-16T08:12:00Z");
    ask("{'type':'room','room':'auditorium','status':'filling'}");
    ask(
        "{'type':'delay','session':'%s','minutes':15,'reason':'The mayor is late',"
            + "'publicReason':true}",
        id(KEY_ELEMENTS));
    at("2017-11-16T09:10:00Z");
    ask("{'type':'finish','session':'%s'}", id(WELCOME));
    ask("{'type':'delay','session':'%s','minutes':-5}", id(KEY_ELEMENTS));
    at("2017-11-16T10:00:00Z");
    ask("{'type':'hold'}");
    at("2017-11-16T10:07:30Z");
    ask("{'type':'resume'}");
    at("2017-11-16T10:30:00Z");
    ask(
        "{'type':'announce','level':'notice','headline':'Lunch is in the Common Zone',"
            + "'texts':{'fr':{'headline':'Le déjeuner est dans la zone commune'}},"
            + "'until':'2017-11-16T12:00:00Z'}");
    ask(
        "{'type':'announce','level':'notice','headline':'Lunch is upstairs','supersedes':'a%s',"
            + "'until':'2017-11-16T12:00:00Z'}",
        head());
    ask("{'type':'withdraw','announcement':'a%s'}", head());
    ask("{'type':'swap','session':'%s','with':'%s'}", id(DRIVERS), id(RIGHTS));
    ask("{'type':'delay','session':'%s','minutes':null}", id(COOPERATION));
    at("2017-11-16T13:50:00Z");
    ask(
        "{'type':'retime','session':'%s','start':'2017-11-16T14:10:00Z','end':"
            + "'2017-11-16T15:20:00Z'}",
        id(COOPERATION));
    ask("{'type':'cancel','session':'%s','reason':'internal'}", id(RECEPTION));
    ask("{'type':'reinstate','session':'%s'}", id(RECEPTION));
    at("2017-11-16T14:15:00Z");
    ask("{'type':'announce','level':'safety','headline':'Leave the building by the stairs'}");
    at("2017-11-16T14:25:00Z");
    ask("{'type':'withdraw','announcement':'a%s','allClear':'You may come back'}", head());
    edition();
  }

  private void friday() throws Exception {
    at("2017-11-17T09:00:00Z");
    ask("{'type':'clock','at':'2017-11-17T09:40:00Z','speed':1}");
    at("2017-11-17T09:40:00Z");
    ask("{'type':'extend','session':'%s','minutes':12}", id(COMMITMENTS));
    ask(
        "{'type':'assign','session':'%s','role':'moderator','slot':0,'person':{'name':'Ada"
            + " Löwe','affiliation':'City of Ghent'}}",
        id(SMUGGLING));
    ask(
        "{'type':'edit','session':'%s','title':'Social integration, again','languages':['en']}",
        id(INTEGRATION));
    ask("{'type':'move','session':'%s','rooms':['scala']}", id(SMUGGLING));
    ask("{'type':'undo','revision':%s}", head());
    ask(
        "{'type':'add','title':'Press point','kind':'other','rooms':['scala'],"
            + "'start':'2017-11-17T09:45:00Z','end':'2017-11-17T10:00:00Z'}");
    ask("{'type':'room','room':'scala','status':'full','due':'2017-11-17T10:30:00Z'}");
    ask("{'type':'unschedule','scheduled':'p%s'}", head());
    ask(
        "{'type':'move','session':'%s','rooms':['scala'],'due':'2017-11-17T09:48:00Z'}",
        id(SMUGGLING));
    at("2017-11-17T09:48:00Z");
    ask("{'type':'room','room':'alcazar','status':'closed'}"); // the desk looks at the clock again
    long made = journal.head() + 1;
    Awaitility.await().until(() -> journal.head() == made);
  }

  /** Another edition: a session less, one more, and one with another title. */
  private void edition() throws Exception {
    List<Session> sessions = new ArrayList<>();
    for (Session each : programme.sessions()) {
      if (!each.id().equals(id("Visit to some grassroots"))) {
        sessions.add(each.id().equals(id(INTEGRATION)) ? retitled(each) : each);
      }
    }
    Programme next =
        new Programme(programme.event(), programme.days(), programme.rooms(), sessions);
    publish(
        new ChangeRequest(
            new Change.Import(next, false),
            "import",
            "{\"type\":\"import\"}",
            "",
            false,
            Optional.empty()));
  }

  private static Session retitled(Session each) {
    return new Session(
        each.id(),
        each.label(),
        each.title() + " of newcomers",
        each.kind(),
        each.rooms(),
        each.span(),
        each.minimumMinutes(),
        each.pinned(),
        each.languages(),
        each.organiser(),
        each.people(),
        each.description(),
        each.questions());
  }

  private String id(String title) {
    return programme.sessions().stream()
        .filter(session -> session.title().contains(title))
        .findFirst()
        .map(Session::id)
        .orElseThrow(() -> new AssertionError("No session is called so: " + title));
  }

  private String head() {
    return Long.toString(journal.head());
  }

  /** Time passes: without a change of the clock, as it does by itself. */
  private void at(String instant) {
    now.set(Instant.parse(instant));
    time.set(now.get(), 1);
  }

  private void ask(String text, String... ids) throws Exception {
    String json = String.format(text.replace('\'', '"'), (Object[]) ids);
    publish(ChangeJson.read(new JsonObject(json), time.second(), 1));
  }

  private void publish(ChangeRequest request) throws Exception {
    Outcome outcome =
        desk.publish(new Proposal("olga", "", request))
            .toCompletionStage()
            .toCompletableFuture()
            .get(10, TimeUnit.SECONDS);
    if (!(outcome instanceof Outcome.Planned)) {
      throw new AssertionError(request.text() + " was answered by " + outcome);
    }
  }

  /** What every room shows at the instants, as the day was known then, as text. */
  static String boards(List<Entry> entries) {
    StringBuilder text = new StringBuilder();
    Prefix all = Folding.of(entries);
    for (Instant instant : INSTANTS) {
      int known = (int) all.knownAt(instant);
      Boards boards = Snapshot.of(Folding.of(entries.subList(0, known))).boards();
      text.append("== ").append(instant).append(" revision ").append(known).append('\n');
      boards.rooms().forEach(board -> text.append(room(boards, board, instant)));
    }
    return text.toString();
  }

  private static String room(Boards boards, Board board, Instant instant) {
    JsonObject json = BoardJson.of(boards, board, instant);
    return board.roomId()
        + " until "
        + json.getString("until")
        + "\n  now    "
        + sessions(json.getJsonArray("now"))
        + "\n  next   "
        + sessions(json.getJsonArray("next"))
        + "\n  later  "
        + sessions(json.getJsonArray("later"))
        + "\n  notice "
        + notices(json.getJsonArray("notices"))
        + "\n";
  }

  private static String sessions(JsonArray sessions) {
    return sessions.stream()
        .map(JsonObject.class::cast)
        .map(
            each ->
                each.getString("title")
                    + " "
                    + each.getString("start").substring(8, 16)
                    + "-"
                    + each.getString("end").substring(11, 16)
                    + " "
                    + each.getString("status")
                    + each.getJsonArray("changed").encode())
        .collect(Collectors.joining("; "));
  }

  private static String notices(JsonArray notices) {
    return notices.stream()
        .map(JsonObject.class::cast)
        .map(
            each ->
                each.getString("kind")
                    + " "
                    + each.getString("headline")
                    + " until "
                    + each.getString("until"))
        .collect(Collectors.joining("; "));
  }
}
