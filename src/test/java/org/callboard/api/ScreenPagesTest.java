package org.callboard.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Pattern;
import org.callboard.app.ExampleEvent;
import org.callboard.app.TestNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an assignment asks of a page by its address. */
class ScreenPagesTest {
  private static final Pattern FRAME = Pattern.compile("<iframe class=\"turned\" src=\"([^\"]*)\"");

  private static TestNode node;

  @BeforeAll
  static void start() {
    node = TestNode.rehearsing(ExampleEvent.programme(), ExampleEvent.FRIDAY_10_50, 1);
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  private static HttpResponse<String> get(String path) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(node.url(path))).build(),
            HttpResponse.BodyHandlers.ofString());
  }

  private static List<String> rooms(String path) throws Exception {
    String page = get(path).body();
    return Pattern.compile("<section class=\"room\" data-room=\"([^\"]+)\"")
        .matcher(page)
        .results()
        .map(room -> room.group(1))
        .toList();
  }

  @Test
  void a_lobby_lists_the_rooms_that_are_asked_for_in_the_order_of_the_event() throws Exception {
    assertThat(rooms("/?rooms=scala,auditorium")).containsExactly("auditorium", "scala");
    assertThat(rooms("/?rooms=scala,attic")).containsExactly("scala");
    assertThat(rooms("/")).hasSizeGreaterThan(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/?rooms=", "/?rooms=attic", "/?rooms=,,", "/?rooms=%3Cb%3E"})
  void a_lobby_is_never_empty(String path) throws Exception {
    assertThat(rooms(path)).isEqualTo(rooms("/"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"90", "270"})
  void a_turned_board_stands_in_a_frame_of_its_page(String turn) throws Exception {
    HttpResponse<String> page = get("/rooms/scala?lang=nl&turn=" + turn + "&off=22:00-07:00");
    assertThat(page.body()).contains("class=\"turn" + turn + "\"").contains("lang=\"nl\"");
    assertThat(FRAME.matcher(page.body()).results().map(found -> found.group(1)))
        .containsExactly("/rooms/scala?lang=nl&amp;off=22:00-07:00");
    assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("frame-src 'self'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "45", "", "90deg"})
  void any_other_turn_is_none(String turn) throws Exception {
    HttpResponse<String> page = get("/rooms/scala?turn=" + turn);
    assertThat(page.body()).doesNotContain("<iframe").contains("data-kind=\"door\"");
  }

  @Test
  void what_an_address_says_is_text_in_the_frame_that_it_asks_for() throws Exception {
    String page = get("/?turn=90&x=%22%3E%3Cscript%3E&y='").body();
    assertThat(page).doesNotContain("<script");
  }
}
