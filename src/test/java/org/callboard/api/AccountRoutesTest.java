package org.callboard.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callboard.api.AccountServer.PASSWORD;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Logging in, and keeping accounts, as people and scripts do. */
class AccountRoutesTest {
  @TempDir private Path folder;
  private AccountServer server;

  @BeforeEach
  void start() {
    server = new AccountServer(folder, false);
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  private HttpResponse<String> asAdmin(String method, String path, String body) {
    return server.call(method, path, body, "Authorization", server.bearer());
  }

  private static JsonObject ok(int status, HttpResponse<String> response) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    return response.body().isEmpty() ? new JsonObject() : new JsonObject(response.body());
  }

  private static String problem(int status, HttpResponse<String> response) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    return new JsonObject(response.body()).getString("detail");
  }

  private JsonArray accounts() {
    return ok(200, asAdmin("GET", "/api/accounts", "")).getJsonArray("accounts");
  }

  private static JsonObject account(String user, String role, String... rooms) {
    return new JsonObject()
        .put("user", user)
        .put("role", role)
        .put("rooms", JsonArray.of((Object[]) rooms));
  }

  @Test
  void a_login_answers_a_token_and_sets_the_cookie() {
    HttpResponse<String> response = server.login("organiser", PASSWORD);

    JsonObject answer = ok(200, response);
    String token = (String) answer.remove("token");
    assertThat(answer).isEqualTo(account("organiser", "admin"));
    assertThat(AccountServer.cookieOf(response).split("; "))
        .contains("callboard_session=" + token, "HttpOnly", "SameSite=Strict", "Path=/")
        .doesNotContain("Secure");
    assertThat(response.headers().firstValue("Cache-Control")).hasValue("no-store");
    assertThat(ok(200, server.call("GET", "/api/me", "", "Authorization", "bearer " + token)))
        .isEqualTo(answer);
    assertThat(ok(200, server.call("GET", "/api/me", "", "Cookie", "callboard_session=" + token)))
        .isEqualTo(answer);
  }

  @Test
  void a_wrong_password_and_an_unknown_name_are_answered_alike() {
    HttpResponse<String> wrong = server.login("organiser", "wrong");
    HttpResponse<String> unknown = server.login("nobody", PASSWORD);

    assertThat(problem(401, wrong)).isEqualTo(problem(401, unknown));
    assertThat(wrong.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
    assertThat(AccountServer.cookieOf(wrong)).isEmpty();
  }

  @Test
  void a_viewer_is_let_through_to_what_is_open_and_nowhere_else() {
    assertThat(server.call("GET", "/api/open", "").body()).isEqualTo("open");
    HttpResponse<String> me = server.call("GET", "/api/me", "");
    assertThat(problem(401, me)).contains("/api/login");
    assertThat(me.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
  }

  @Test
  void a_body_waits_for_the_look_up_of_who_sends_it() {
    String large = new JsonObject().put("a", "x".repeat(60_000)).encode();
    String bearer = server.bearer();

    for (int i = 0; i < 20; i++) {
      server.tokens.revoke("nothing"); // Forgets who was recognised.
      assertThat(server.call("POST", "/api/echo", large, "Authorization", bearer).body())
          .isEqualTo(large);
    }
  }

  @Test
  void a_logout_ends_the_session_and_clears_its_cookie() {
    String cookie = server.cookie();

    HttpResponse<String> out =
        server.call("POST", "/api/logout", "", "Cookie", cookie, "Origin", server.origin());

    ok(204, out);
    assertThat(AccountServer.cookieOf(out)).contains("callboard_session=;", "Max-Age=0", "Path=/");
    problem(401, server.call("GET", "/api/me", "", "Cookie", cookie));
    ok(204, server.call("POST", "/api/logout", ""));
  }

  @Test
  void an_admin_makes_changes_and_removes_accounts() {
    HttpResponse<String> made =
        asAdmin(
            "POST",
            "/api/accounts",
            "{\"user\":\"ines\",\"role\":\"host\",\"rooms\":[\"hall\"],\"password\":\"long enough\"}");
    assertThat(ok(201, made)).isEqualTo(account("ines", "host", "hall"));
    ok(200, server.login("ines", "long enough"));

    String edit = "{\"role\":\"duty\",\"password\":\"long enough too\"}";
    assertThat(ok(200, asAdmin("PATCH", "/api/accounts/ines", edit)))
        .isEqualTo(account("ines", "duty"));
    problem(401, server.login("ines", "long enough"));
    assertThat(accounts())
        .isEqualTo(JsonArray.of(account("ines", "duty"), account("organiser", "admin")));

    ok(204, asAdmin("DELETE", "/api/accounts/ines", ""));
    problem(404, asAdmin("DELETE", "/api/accounts/ines", ""));
    problem(404, asAdmin("PATCH", "/api/accounts/ines", edit));
    assertThat(accounts()).isEqualTo(JsonArray.of(account("organiser", "admin")));
  }

  @Test
  void a_password_that_is_made_up_is_told_once() {
    String body = "{\"user\":\"night\",\"role\":\"duty\"}";

    String password = ok(201, asAdmin("POST", "/api/accounts", body)).getString("password");

    ok(200, server.login("night", password));
    assertThat(accounts().encode()).doesNotContain("password").doesNotContain(password);
    assertThat(problem(409, asAdmin("POST", "/api/accounts", body))).contains("another name");
  }

  @Test
  void the_last_admin_stays_and_is_told_what_would_work() {
    assertThat(problem(422, asAdmin("DELETE", "/api/accounts/organiser", "")))
        .contains("make another account admin first");
    problem(422, asAdmin("PATCH", "/api/accounts/organiser", "{\"role\":\"duty\"}"));
  }

  @Test
  void a_script_has_a_token_of_its_own_until_it_is_revoked() {
    String path = "/api/accounts/organiser/tokens";
    JsonObject made =
        ok(201, asAdmin("POST", path, "{\"label\":\"feed\",\"expires\":\"2017-12-01T00:00:00Z\"}"));
    String bearer = "Bearer " + made.getString("token");

    ok(200, server.call("GET", "/api/me", "", "Authorization", bearer));
    assertThat(problem(422, server.call("POST", "/api/logout", "", "Authorization", bearer)))
        .contains("/api/tokens/" + made.getString("id"));
    String listed = asAdmin("GET", path, "").body();
    assertThat(listed).contains("\"label\":\"feed\"", "\"expires\":\"2017-12-01T00:00:00Z\"");
    assertThat(listed).doesNotContain(made.getString("token"));

    ok(204, asAdmin("DELETE", "/api/tokens/" + made.getString("id"), ""));
    problem(404, asAdmin("DELETE", "/api/tokens/" + made.getString("id"), ""));
    problem(401, server.call("GET", "/api/me", "", "Authorization", bearer));
    problem(404, asAdmin("GET", "/api/accounts/nobody/tokens", ""));
    problem(404, asAdmin("POST", "/api/accounts/nobody/tokens", "{\"label\":\"feed\"}"));
  }

  @Test
  void everybody_may_change_their_own_password_who_knows_it() {
    String here = server.bearer();
    String elsewhere = server.bearer();
    String right = "{\"current\":\"" + PASSWORD + "\",\"password\":\"another password\"}";
    String wrong = "{\"current\":\"wrong\",\"password\":\"another password\"}";
    String brief = "{\"current\":\"" + PASSWORD + "\",\"password\":\"short\"}";

    problem(403, server.call("POST", "/api/me/password", wrong, "Authorization", here));
    problem(400, server.call("POST", "/api/me/password", brief, "Authorization", here));
    ok(204, server.call("POST", "/api/me/password", right, "Authorization", here));

    ok(200, server.call("GET", "/api/me", "", "Authorization", here));
    problem(401, server.call("GET", "/api/me", "", "Authorization", elsewhere));
    problem(401, server.login("organiser", PASSWORD));
    ok(200, server.login("organiser", "another password"));
  }

  @Test
  void without_the_database_viewers_read_on_and_others_are_told_to_wait() {
    String cookie = server.cookie();
    String bearer = server.bearer();
    server.store.source().close();

    assertThat(server.call("GET", "/api/open", "", "Cookie", cookie).body()).isEqualTo("open");
    problem(503, server.call("GET", "/api/me", "", "Cookie", cookie));
    problem(503, server.call("GET", "/api/me", "", "Authorization", bearer));
    HttpResponse<String> login = server.login("organiser", PASSWORD);
    assertThat(problem(503, login)).contains("nothing was changed");
    assertThat(login.headers().firstValue("Retry-After")).isPresent();
  }
}
