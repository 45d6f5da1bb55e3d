package org.callboard.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands as a person or a script meets them: exit code, standard output, standard error. */
class CommandLineTest {
  private static final String YAML =
      """
      event: {name: Fête, timezone: Europe/Brussels}
      rooms: [{id: hall, name: Hall}]
      sessions:
        - {id: a, title: A, rooms: hall, start: 2017-11-16T09:00, end: 2017-11-16T10:00,
           people: [{name: Ann}, {role: moderator, affiliation: UN}]}
        - {id: b, title: B, rooms: hall, start: 2017-11-16T10:00, end: 2017-11-16T11:00, people: [{name: Ann}]}
      colour: red
      """;

  @TempDir Path folder;
  private Path file;

  private record Ran(int code, String out, String err) {}

  @BeforeEach
  void write() throws IOException {
    file = Files.writeString(folder.resolve("plan.yaml"), YAML);
  }

  @Test
  void check_as_json_has_the_keys_of_the_contract() {
    Ran ran = run("check", "--json", file.toString());
    assertThat(ran.code).as(ran.err).isZero();
    JsonObject report = new JsonObject(ran.out);
    JsonArray warnings = (JsonArray) report.remove("warnings");
    JsonArray findings = (JsonArray) report.remove("findings");
    assertThat(report.remove("counts")).isEqualTo(new JsonObject().put("tbc", 1));
    assertThat(findings.getJsonObject(0).getString("code")).isEqualTo("tbc");
    assertThat(findings.getJsonObject(0).getString("remedy")).isNotBlank();
    assertThat(report)
        .isEqualTo(
            new JsonObject()
                .put("format", "yaml")
                .put(
                    "event",
                    new JsonObject().put("name", "Fête").put("timezone", "Europe/Brussels"))
                .put("rooms", 1)
                .put("sessions", 2)
                .put("days", 1)
                .put("firstStart", "2017-11-16T08:00:00Z")
                .put("lastEnd", "2017-11-16T10:00:00Z")
                .put("people", 1)
                .put("tbc", 1));
    assertThat(warnings.getJsonObject(0).getString("code")).isEqualTo("unknown-field");
    assertThat(warnings.getJsonObject(0).getInteger("line")).isEqualTo(7);
  }

  @Test
  void a_file_says_which_column_of_a_table_is_which() throws IOException {
    Path table = Files.writeString(folder.resolve("plan.csv"), "A,B,C\n10:00,Tea,Hall\n");
    Path columns =
        Files.writeString(
            folder.resolve("columns.yaml"), "start: A\ntitle: B\nroom: C\ndate: 2025-03-31\n");
    Ran ran = run("check", "--json", "--columns", columns.toString(), table.toString());
    assertThat(ran.code).as(ran.err).isZero();
    assertThat(new JsonObject(ran.out).getInteger("sessions")).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[1, 2]", "a: [", "", "colour: B"})
  void a_file_that_says_nothing_about_columns_is_refused(String text) throws IOException {
    Path table = Files.writeString(folder.resolve("plan.csv"), "A,B,C\n10:00,Tea,Hall\n");
    Path columns = Files.writeString(folder.resolve("columns.yaml"), text);
    Ran ran = run("check", "--columns", columns.toString(), table.toString());
    assertThat(ran.code).isEqualTo(1);
    assertThat(ran.err.lines()).hasSize(1);
    assertThat(ran.err).contains("columns");
  }

  @Test
  void check_tells_a_person_counts_then_warnings_by_line() {
    Ran ran = run("check", file.toString());
    assertThat(ran.out.lines())
        .startsWith(
            "Fête (yaml, Europe/Brussels)",
            "  from Thursday 16 November 2017 09:00 to Thursday 16 November 2017 11:00",
            "  1 day, 1 room, 2 sessions",
            "  1 person named, 1 place still open",
            "",
            "To settle (1)",
            "  Still to be confirmed (1)")
        .contains("1 warning:")
        .last()
        .asString()
        .startsWith(file + ":7: unknown-field: colour");
  }

  @Test
  void check_writes_a_page_that_needs_nothing_beside_it() throws IOException {
    Path page = folder.resolve("check.html");
    assertThat(run("check", file.toString(), "--html", page.toString()).code).isZero();
    assertThat(Files.readString(page))
        .startsWith("<!DOCTYPE html>")
        .contains("<h1 dir=\"auto\">Fête</h1>", "Still to be confirmed")
        .doesNotContain("<script", "src=", "href=", "url(");
    refused(1, "cannot be written", "check", file.toString(), "--html", folder + "/no/c.html");
  }

  @Test
  void false_offsets_are_read_as_local_times_on_request() throws IOException {
    Path schedule =
        Files.writeString(
            folder.resolve("schedule.xml"),
            """
            <schedule><day date='2017-11-16'><event id='1'><title>A</title>
            <date>2017-11-16T09:00:00Z</date><duration>1:00</duration></event></day></schedule>
            """);
    String file = schedule.toString();
    assertThat(firstStart("check", "--json", file, "--timezone", "Europe/Brussels"))
        .isEqualTo("2017-11-16T09:00:00Z");
    assertThat(
            firstStart("check", "--json", file, "--timezone", "Europe/Brussels", "--local-times"))
        .isEqualTo("2017-11-16T08:00:00Z");
  }

  private String firstStart(String... args) {
    return new JsonObject(run(args).out).getString("firstStart");
  }

  @ParameterizedTest
  @ValueSource(strings = {"json", "yaml"})
  void convert_keeps_everything(String format) throws IOException {
    Path out = folder.resolve("out." + format);
    assertThat(run("convert", file.toString(), out.toString()).code).isZero();
    Ran again = run("convert", out.toString(), "-", "--to", format);
    assertThat(again.out).isEqualTo(Files.readString(out)).contains("Fête");
    assertThat(folder.toFile().list()).containsExactlyInAnyOrder("plan.yaml", "out." + format);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"schedule.xml", "schedule.json", "schedule2.json", "a.csv", "a.ics", "a.xml"})
  void convert_writes_the_format_that_the_file_is_named_after(String name) throws IOException {
    Path out = folder.resolve(name);
    assertThat(run("convert", file.toString(), out.toString()).code).isZero();
    String begin =
        Map.of("ics", "BEGIN:VCALENDAR", "csv", "ID,", "xml", "<?xml", "son", "{")
            .get(name.substring(name.length() - 3));
    assertThat(Files.readString(out)).startsWith(begin).contains("Ann");
    assertThat(Files.readString(out).contains("\"events\"")).isEqualTo(name.contains("2"));
  }

  @Test
  void convert_never_writes_over_its_source() throws IOException {
    refused(2, "same file", "convert", file.toString(), folder + "/./plan.yaml");
    assertThat(Files.readString(file)).isEqualTo(YAML);
  }

  @Test
  void bad_usage_is_2_and_one_line() {
    refused(2, "this build writes yaml, json, ", "convert", file.toString(), "x.docx");
    refused(2, "'Mars' is no time zone", "check", file.toString(), "--timezone", "Mars");
    refused(2, "FILE", "check");
    refused(2, "--nonsense", "check", file.toString(), "--nonsense");
    refused(2, "dance", "dance");
    refused(2, "--port", "serve", "--port", "70000");
    refused(2, "--port", "serve", "--port", "http");
    refused(2, "noon", "serve", "--at", "noon");
    refused(2, "noon", "board", "none.yaml", "--at", "noon");
    refused(2, "--speed", "serve", "--speed", "-1");
  }

  @Test
  void bad_input_is_1_and_one_line_with_its_place() throws IOException {
    refused(1, "none.yaml: there is no such file", "check", "none.yaml");
    refused(1, "folder", "check", folder.toString());
    Path broken = Files.writeString(folder.resolve("b.yaml"), "event:\n  name: E\n bad: [\n");
    refused(1, broken + ":", "check", broken.toString());
    refused(1, "there is no such file", "serve", "--programme", "none.md");
    refused(1, "cannot be written", "convert", file.toString(), folder + "/no/such/out.json");
  }

  @Test
  void help_and_version_are_no_failures() {
    assertThat(run("--help").out).contains("check", "convert", "serve");
    assertThat(run("check", "--help").code).isZero();
    assertThat(run("--version").out).startsWith("callboard ");
  }

  @Test
  void board_is_a_table_of_now_and_next() {
    assertThat(run("board", file.toString(), "--at", "2017-11-16T09:30").out.lines())
        .containsExactly(
            "Fête, Thursday 16 November 2017 09:30",
            "Hall  now   until 10:00  A",
            "      next        10:00  B");
    assertThat(run("board", file.toString(), "--at", "2017-11-15 11:00").out)
        .contains("Hall  next        Thu 16 Nov 09:00  A");
    assertThat(run("board", file.toString(), "--at", "2017-11-16T11:00:00+01:00").out)
        .contains("Hall  nothing more");
  }

  @Test
  void board_as_json_holds_the_rooms_asked_for() {
    Ran ran = run("board", file.toString(), "--at", "2017-11-16T09:30", "--room", "HALL", "--json");
    JsonObject answer = new JsonObject(ran.out);
    assertThat(answer.getString("at")).isEqualTo("2017-11-16T08:30:00Z");
    assertThat(answer.getJsonArray("rooms")).hasSize(1);
    JsonObject board = answer.getJsonArray("rooms").getJsonObject(0);
    assertThat(board.getJsonArray("now").getJsonObject(0).getString("id")).isEqualTo("a");
    assertThat(board.getJsonArray("next").getJsonObject(0).getString("id")).isEqualTo("b");
  }

  @Test
  void board_names_the_rooms_that_there_are() {
    refused(1, "no room \"attic\"; known are hall", "board", file.toString(), "--room", "attic");
  }

  @Test
  void the_environment_gives_the_zone_for_a_source_without_one() throws IOException {
    Path plain = Files.writeString(folder.resolve("p.yaml"), YAML.replace("Europe/Brussels", "''"));
    Ran ran = run(Map.of("CALLBOARD_TIMEZONE", "Asia/Tokyo"), "check", plain.toString());
    assertThat(ran.out).contains("(yaml, Asia/Tokyo)");
  }

  private static void refused(int code, String why, String... args) {
    Ran ran = run(args);
    assertThat(ran.code).as(ran.toString()).isEqualTo(code);
    assertThat(ran.out).isEmpty();
    assertThat(ran.err.lines()).singleElement().asString().contains(why);
  }

  private static Ran run(String... args) {
    return run(Map.of(), args);
  }

  private static Ran run(Map<String, String> env, String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code = Main.run(args, new PrintWriter(out), new PrintWriter(err), env);
    return new Ran(code, out.toString(), err.toString());
  }
}
