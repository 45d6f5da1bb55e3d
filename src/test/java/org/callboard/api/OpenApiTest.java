package org.callboard.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.callboard.app.ExampleEvent;
import org.callboard.app.TestNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The description of the API against what a node really serves, takes and answers. */
class OpenApiTest {
  private static final String DISCUSSION = "implementation-of-migration-related-commitments";
  private static final String SMUGGLING = "migrant-smuggling-and-human-trafficking";

  private static TestNode node;
  private static Organiser organiser;
  private static Described described;

  @BeforeAll
  static void start() {
    node = TestNode.rehearsing(ExampleEvent.programme(), ExampleEvent.FRIDAY_10_50, 1);
    organiser = Organiser.admin(node);
    described = new Described();
    changeTheDay();
  }

  @AfterAll
  static void stop() {
    described.close();
    node.close();
  }

  /** So that answers hold something of everything. */
  private static void changeTheDay() {
    made("{'type':'extend','session':'" + DISCUSSION + "','minutes':25}");
    made("{'type':'move','session':'" + SMUGGLING + "','rooms':['scala']}");
    made("{'type':'delay','session':'" + SMUGGLING + "','minutes':null}");
    made(
        "{'type':'assign','session':'"
            + SMUGGLING
            + "','role':'moderator','person':{'name':'Ana Torres'}}");
    made("{'type':'room','room':'scala','status':'full'}");
    made("{'type':'hold','rooms':['dijlezaal']}");
    made(
        "{'type':'announce','level':'notice','headline':'Lunch','until':'2017-11-17T12:00:00Z',"
            + "'targets':['room:scala'],'texts':{'fr':{'headline':'Repas'}}}");
    made("{'type':'cancel','session':'social-integration','due':'2017-11-17T09:59:00Z'}");
  }

  private static void made(String change) {
    Organiser.Answer answer = organiser.change(change);
    assertThat(answer.status()).as(answer.json().encode()).isEqualTo(201);
  }

  @Test
  void every_route_is_described_and_every_description_is_a_route() {
    Set<String> mounted = new TreeSet<>(node.routes());
    Set<String> open =
        mounted.stream()
            .filter(OpenApiTest::isOfTheApi)
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(described.operations()).containsAll(open);
    assertThat(mounted).containsAll(described.operations());
    assertThat(open).hasSizeGreaterThan(20);
  }

  private static boolean isOfTheApi(String operation) {
    String path = operation.substring(operation.indexOf(' ') + 1);
    return path.startsWith("/api/") || path.startsWith("/health/") || path.equals("/metrics");
  }

  @Test
  void every_type_of_change_is_described_and_no_other() {
    String detail = organiser.change("{'type':'nothing'}").detail();
    String taken = detail.substring(detail.indexOf("one of ") + 7, detail.lastIndexOf('.'));

    assertThat(described.changeTypes()).isEqualTo(new TreeSet<>(Arrays.asList(taken.split(", "))));
  }

  @Test
  void every_field_of_a_change_is_described_and_no_other() {
    Set<String> seen = new TreeSet<>();
    for (JsonObject example : described.examples()) {
      String type = example.getString("type");
      if (!(example.containsKey("person") && example.getValue("person") == null)) {
        Organiser.Answer answer = organiser.preview(example.copy().put("unknown", 1).encode());
        String detail = answer.detail();
        assertThat(detail).as(type).startsWith("The field unknown is not known");
        String known = detail.substring(detail.indexOf("known are ") + 10, detail.lastIndexOf('.'));
        assertThat(described.fields(type))
            .as(type)
            .isEqualTo(new TreeSet<>(Arrays.asList(known.split(", "))));
        seen.add(type);
      }
    }
    assertThat(seen).isEqualTo(described.changeTypes());
  }

  @Test
  void every_example_of_a_change_is_as_described_and_is_understood() {
    for (JsonObject example : described.examples()) {
      assertThat(described.faults("Change", example)).as(example.encode()).isEmpty();
      Organiser.Answer answer = organiser.preview(example.encode());
      assertThat(answer.status()).as(example + " " + answer.json().encode()).isIn(200, 409, 422);
    }
  }

  @Test
  void what_is_refused_as_malformed_is_not_as_described() {
    for (String change :
        new String[] {
          "{'type':'delay','session':'social-integration'}",
          "{'type':'delay','session':'social-integration','minutes':1441}",
          "{'type':'delay','session':'social-integration','minutes':1.5}",
          "{'type':'delay','session':'social-integration','minutes':5,'ripple':'all'}",
          "{'type':'cancel','session':''}",
          "{'type':'cancel','session':'social-integration','why':'rain'}",
          "{'type':'room','room':'scala','status':'empty'}",
          "{'type':'clock','speed':0}",
          "{'type':'announce','level':'loud','headline':'Lunch'}",
          "{'type':'announce','level':'ambient','headline':'Lunch','targets':[]}",
          "{'type':'undo','revision':-1}",
          "{'type':'assign','session':'social-integration','role':'moderator','person':{}}"
        }) {
      assertThat(organiser.preview(change).status()).as(change).isEqualTo(400);
      assertThat(described.faults("Change", new JsonObject(change.replace('\'', '"'))))
          .as(change)
          .isNotEmpty();
    }
  }

  @Test
  void what_anybody_reads_is_as_described() {
    assertDescribed("Event", "/api/event");
    assertDescribed("Sessions", "/api/sessions");
    assertDescribed("WholeSession", "/api/sessions/" + SMUGGLING);
    assertDescribed("Boards", "/api/boards");
    assertDescribed("Boards", "/api/boards?at=2017-11-17T18:00");
    assertDescribed("Board", "/api/boards/alcazar");
    assertDescribed("Board", "/api/boards/scala");
    assertDescribed("Board", "/api/boards/dijlezaal");
    assertDescribed("Announcements", "/api/announcements");
    assertDescribed("Health", "/health/live");
    assertDescribed("Health", "/health/ready");
    assertDescribed("Health", "/health/boards");
  }

  @Test
  void what_organisers_and_admins_read_is_as_described() {
    assertDescribed("Journal", "/api/changes");
    assertDescribed("ScheduledChanges", "/api/scheduled");
    assertDescribed("Conflicts", "/api/conflicts");
    assertDescribed("Why", "/api/sessions/" + DISCUSSION + "/why");
    assertDescribed("Account", "/api/me");
    assertDescribed("Accounts", "/api/accounts");
    assertDescribed("Tokens", "/api/accounts/organiser/tokens");
  }

  private static void assertDescribed(String schema, String path) {
    Organiser.Answer answer = organiser.get(path);
    assertThat(answer.status()).as(path).isEqualTo(200);
    assertThat(described.faults(schema, answer.json())).as(path).isEmpty();
  }

  @Test
  void what_posts_answer_is_as_described() {
    Organiser.Answer preview =
        organiser.preview("{'type':'extend','session':'" + DISCUSSION + "','minutes':5}");
    Organiser.Answer account =
        organiser.post("/api/accounts", "{\"user\":\"olga\",\"role\":\"organiser\"}");
    Organiser.Answer token =
        organiser.post("/api/accounts/olga/tokens", "{\"label\":\"registration\"}");
    Organiser.Answer login =
        Organiser.stranger(node)
            .post(
                "/api/login",
                new JsonObject()
                    .put("user", "organiser")
                    .put("password", TestNode.PASSWORD)
                    .encode());

    assertThat(preview.json().getJsonArray("effects")).isNotEmpty();
    assertThat(described.faults("Planned", preview.json())).isEmpty();
    assertThat(described.faults("MadeAccount", account.json())).isEmpty();
    assertThat(described.faults("IssuedToken", token.json())).isEmpty();
    assertThat(described.faults("LoggedIn", login.json())).isEmpty();
  }

  @Test
  void every_refusal_is_a_problem_as_described() {
    Organiser stranger = Organiser.stranger(node);
    assertProblem(400, organiser.change("{'type':'extend'}"));
    assertProblem(400, organiser.get("/api/boards?at=soon"));
    assertProblem(401, stranger.change("{'type':'hold'}"));
    assertProblem(404, stranger.get("/api/sessions/none"));
    assertProblem(404, stranger.get("/api/none"));
    assertProblem(
        409,
        organiser.change(
            "{'type':'extend','session':'" + DISCUSSION + "','minutes':5,'ifRevision':1}"));
    assertProblem(422, organiser.change("{'type':'cancel','session':'none'}"));
    assertProblem(426, stranger.get("/live"));
  }

  private static void assertProblem(int status, Organiser.Answer answer) {
    assertThat(answer.status()).as(answer.json().encode()).isEqualTo(status);
    assertThat(described.faults("Problem", answer.json())).isEmpty();
  }
}
