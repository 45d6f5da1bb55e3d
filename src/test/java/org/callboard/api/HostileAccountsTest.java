package org.callboard.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callboard.api.AccountServer.PASSWORD;
import static org.callboard.api.AccountServer.credentials;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.callboard.accounts.Account;
import org.callboard.accounts.AccountRole;
import org.callboard.accounts.Issued;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** Guesses, forged requests, stolen tokens and bad bodies: refused, and nothing is changed. */
class HostileAccountsTest {
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

  private static void assertProblem(int status, HttpResponse<String> response) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(new JsonObject(response.body()).getInteger("status")).isEqualTo(status);
  }

  private HttpResponse<String> me(String... headers) {
    return server.call("GET", "/api/me", "", headers);
  }

  @Test
  void guessing_one_after_another_is_stopped_even_when_the_right_one_follows() {
    for (int i = 0; i < 10; i++) {
      assertProblem(401, server.login("organiser", "guess" + i));
    }

    HttpResponse<String> right = server.login("organiser", PASSWORD);
    assertProblem(429, right);
    assertThat(right.headers().firstValueAsLong("Retry-After")).hasValue(30);
    server.time.pass(Duration.ofSeconds(30));
    assertThat(server.login("organiser", PASSWORD).statusCode()).isEqualTo(200);
  }

  @Test
  void guesses_at_once_are_no_more_than_guesses_in_turn() {
    List<CompletableFuture<HttpResponse<String>>> guesses = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      guesses.add(server.later("POST", "/api/login", credentials("organiser", "guess" + i)));
    }

    assertThat(guesses.stream().map(CompletableFuture::join).map(HttpResponse::statusCode))
        .containsOnly(401, 429)
        .filteredOn(status -> status == 401)
        .hasSize(10);
  }

  @Test
  void guessing_names_is_stopped_as_well() {
    for (int i = 0; i < 30; i++) {
      assertProblem(401, server.login("name" + i, "guess"));
    }
    assertProblem(429, server.login("name30", "guess"));
  }

  @Test
  void a_stolen_session_cannot_guess_the_password() {
    String bearer = server.bearer();
    String guess = "{\"current\":\"guess\",\"password\":\"another password\"}";
    for (int i = 0; i < 10; i++) {
      assertProblem(403, server.call("POST", "/api/me/password", guess, "Authorization", bearer));
    }
    assertProblem(429, server.call("POST", "/api/me/password", guess, "Authorization", bearer));
  }

  @Test
  void a_forwarded_address_is_not_believed_unless_the_proxy_is_ours() {
    for (int i = 0; i < 10; i++) {
      server.login("organiser", "guess", "X-Forwarded-For", "192.0.2." + i);
    }
    assertProblem(429, server.login("organiser", "guess", "X-Forwarded-For", "192.0.2.99"));
    HttpResponse<String> other = server.login("nobody", "guess", "X-Forwarded-Proto", "https");
    assertThat(AccountServer.cookieOf(other)).doesNotContain("Secure");
  }

  @Test
  void behind_our_proxy_each_address_counts_for_itself(@TempDir Path other) throws IOException {
    AccountServer proxied = new AccountServer(other, true);
    for (int i = 0; i < 12; i++) {
      // The first of the list is what the stranger wrote, the last what the proxy did.
      String forwarded = "198.51.100." + i + ", 192.0.2.1";
      proxied.login("organiser", "guess", "X-Forwarded-For", forwarded);
    }
    assertProblem(429, proxied.login("organiser", "guess", "X-Forwarded-For", "192.0.2.1"));
    HttpResponse<String> owner =
        proxied.login(
            "organiser", PASSWORD, "X-Forwarded-For", "192.0.2.2", "X-Forwarded-Proto", "https");
    assertThat(AccountServer.cookieOf(owner).split("; ")).contains("Secure");
    proxied.close();
  }

  @ParameterizedTest
  @CsvSource({
    "Origin,         https://evil.example",
    "Origin,         null",
    "Origin,         http://127.0.0.1:1",
    "Origin,         not a url",
    "Sec-Fetch-Site, cross-site",
    "Sec-Fetch-Site, same-site",
    "Sec-Fetch-Site, none",
    "X-Nothing,      at all"
  })
  void a_change_with_a_cookie_is_refused_from_any_page_but_ours(String header, String value) {
    String cookie = server.cookie();
    String body = "{\"user\":\"mallory\",\"role\":\"admin\"}";

    HttpResponse<String> forged =
        server.call("POST", "/api/accounts", body, "Cookie", cookie, header, value);
    assertProblem(403, forged);
    assertThat(forged.body()).contains("Authorization: Bearer");
    assertProblem(
        403, server.call("DELETE", "/api/accounts/organiser", "", "Cookie", cookie, header, value));
    assertThat(server.accounts.list()).hasSize(1);
    assertThat(me("Cookie", cookie).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({"Origin,", "Sec-Fetch-Site, same-origin"})
  void a_change_with_a_cookie_is_taken_from_our_page(String header, String value) {
    String body = "{\"user\":\"night\",\"role\":\"duty\"}";
    HttpResponse<String> made =
        server.call(
            "POST",
            "/api/accounts",
            body,
            "Cookie",
            server.cookie(),
            header,
            value == null ? server.origin() : value);

    assertThat(made.statusCode()).isEqualTo(201);
  }

  @Test
  void a_bearer_is_taken_from_anywhere_and_goes_before_a_cookie() {
    String body = "{\"user\":\"night\",\"role\":\"duty\"}";
    HttpResponse<String> made =
        server.call(
            "POST",
            "/api/accounts",
            body,
            "Authorization",
            server.bearer(),
            "Cookie",
            server.cookie(),
            "Origin",
            "https://elsewhere.example");

    assertThat(made.statusCode()).isEqualTo(201);
  }

  @Test
  void a_foreign_page_can_log_nobody_in_or_out() {
    String evil = "https://evil.example";
    String cookie = server.cookie();

    HttpResponse<String> in = server.login("organiser", PASSWORD, "Origin", evil);
    assertProblem(403, in);
    assertThat(AccountServer.cookieOf(in)).isEmpty();
    assertProblem(403, server.call("POST", "/api/logout", "", "Cookie", cookie, "Origin", evil));
    assertProblem(403, server.call("POST", "/api/logout", "", "Origin", evil));
    assertThat(me("Cookie", cookie).statusCode()).isEqualTo(200);
    assertThat(server.login("organiser", PASSWORD, "Origin", server.origin()).statusCode())
        .isEqualTo(200);
    assertThat(server.login("organiser", PASSWORD, "Cookie", cookie).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "cb_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
        "'or_1=1--",
        "cb_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
      })
  void a_made_up_token_is_nobodys(String token) {
    HttpResponse<String> bearer = me("Authorization", "Bearer " + token);
    assertProblem(401, bearer);
    assertThat(bearer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");

    HttpResponse<String> cookie =
        server.call("GET", "/api/open", "", "Cookie", "callboard_session=" + token);
    assertThat(cookie.body()).isEqualTo("open");
    assertThat(AccountServer.cookieOf(cookie)).contains("callboard_session=;", "Max-Age=0");
  }

  @Test
  void an_invalid_bearer_is_refused_where_a_viewer_is_not() {
    assertProblem(401, server.call("GET", "/api/open", "", "Authorization", "Bearer x"));
    assertThat(server.call("GET", "/api/open", "", "Authorization", "Basic eDp5").body())
        .isEqualTo("open");
  }

  @Test
  void an_expired_token_is_nobodys() {
    String bearer = server.bearer();
    assertThat(me("Authorization", bearer).statusCode()).isEqualTo(200);

    server.time.pass(Duration.ofHours(12));
    assertProblem(401, me("Authorization", bearer));
  }

  @Test
  void a_removed_account_is_nobody_at_once() {
    server.accounts.create(new Account("night", AccountRole.ADMIN, Set.of()), PASSWORD);
    String bearer = server.bearer("night", PASSWORD);
    assertThat(me("Authorization", bearer).statusCode()).isEqualTo(200);

    server.call("DELETE", "/api/accounts/night", "", "Authorization", server.bearer());
    assertProblem(401, me("Authorization", bearer));
  }

  @ParameterizedTest
  @EnumSource(value = AccountRole.class, names = "ADMIN", mode = EnumSource.Mode.EXCLUDE)
  void nobody_but_an_admin_keeps_accounts(AccountRole role) {
    Set<String> rooms = role == AccountRole.HOST ? Set.of("hall") : Set.of();
    server.accounts.create(new Account("mallory", role, rooms), PASSWORD);
    Issued victim = server.tokens.issue("organiser", "script").orElseThrow();
    String bearer = server.bearer("mallory", PASSWORD);
    List<Account> before = server.accounts.list();

    for (String call :
        List.of(
            "GET /api/accounts",
            "POST /api/accounts {\"user\":\"friend\",\"role\":\"admin\"}",
            "PATCH /api/accounts/mallory {\"role\":\"admin\"}",
            "DELETE /api/accounts/organiser",
            "GET /api/accounts/organiser/tokens",
            "POST /api/accounts/organiser/tokens {\"label\":\"x\"}",
            "DELETE /api/tokens/" + victim.id())) {
      String[] parts = (call + " ").split(" ", 3);
      String body = parts[2].strip();
      assertProblem(403, server.call(parts[0], parts[1], body, "Authorization", bearer));
      assertProblem(401, server.call(parts[0], parts[1], body));
    }
    assertThat(server.accounts.list()).isEqualTo(before);
    assertThat(server.tokens.find(victim.token())).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"user\":\"organiser\"}",
        "{\"user\":null,\"password\":\"x\"}",
        "{\"user\":\"organiser\",\"password\":null}",
        "{\"user\":[\"organiser\"],\"password\":\"x\"}",
        "{\"user\":\"organiser\",\"password\":1234567890}",
        "{\"user\":\"organiser\",\"password\":true}",
        "{\"user\":{},\"password\":\"x\"}",
        "{\"user\":\"organiser\",\"password\":\"x\",\"role\":\"admin\"}",
        "{\"user\":\"organiser\",\"password\":\"\"}",
        "{\"user\":\"a\",\"user\":\"organiser\",\"password\":\"x\"}",
        "[]"
      })
  void a_malformed_login_is_no_guess(String body) {
    for (int i = 0; i < 12; i++) {
      assertProblem(400, server.call("POST", "/api/login", body));
    }
    assertThat(server.login("organiser", PASSWORD).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"user\":\"Big Name\",\"role\":\"duty\"}",
        "{\"user\":\"../organiser\",\"role\":\"duty\"}",
        "{\"user\":\"new\",\"role\":\"owner\"}",
        "{\"user\":\"new\",\"role\":\"host\"}",
        "{\"user\":\"new\",\"role\":\"host\",\"rooms\":\"hall\"}",
        "{\"user\":\"new\",\"role\":\"host\",\"rooms\":[1]}",
        "{\"user\":\"new\",\"role\":\"host\",\"rooms\":[null]}",
        "{\"user\":\"new\",\"role\":\"host\",\"rooms\":null}",
        "{\"user\":\"new\",\"role\":\"duty\",\"rooms\":[\"hall\"]}",
        "{\"user\":\"new\",\"role\":\"duty\",\"password\":null}",
        "{\"user\":\"new\",\"role\":\"duty\",\"password\":\"short\"}",
        "{\"user\":\"new\",\"role\":\"duty\",\"hash\":\"x\"}",
        "null"
      })
  void a_malformed_account_is_not_made(String body) {
    assertProblem(
        400, server.call("POST", "/api/accounts", body, "Authorization", server.bearer()));
    assertThat(server.accounts.list()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"role\":null}",
        "{\"rooms\":null}",
        "{\"password\":null}",
        "{\"user\":\"other\"}",
        "{\"role\":\"admin\",\"rooms\":[\"hall\"]}",
        "{\"role\":\"host\"}",
        "{\"password\":\"another password\",\"role\":\"king\"}"
      })
  void a_malformed_edit_changes_nothing(String body) {
    server.accounts.create(new Account("night", AccountRole.ADMIN, Set.of()), PASSWORD);
    List<Account> before = server.accounts.list();

    assertProblem(
        400,
        server.call("PATCH", "/api/accounts/organiser", body, "Authorization", server.bearer()));
    assertThat(server.accounts.list()).isEqualTo(before);
    assertThat(server.login("organiser", PASSWORD).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"label\":\"\"}",
        "{\"label\":\"x\",\"expires\":null}",
        "{\"label\":\"x\",\"expires\":\"soon\"}",
        "{\"label\":\"x\",\"expires\":\"2001-01-01T00:00:00Z\"}",
        "{\"label\":\"x\",\"expires\":\"+999999999-12-31T00:00:00Z\"}",
        "{\"label\":\"x\",\"kind\":\"session\"}"
      })
  void a_malformed_token_is_not_made(String body) {
    assertProblem(
        400,
        server.call(
            "POST", "/api/accounts/organiser/tokens", body, "Authorization", server.bearer()));
    assertThat(server.tokens.list("organiser")).hasSize(1);
  }

  @Test
  void a_body_of_another_type_or_size_is_refused() {
    assertProblem(
        413, server.call("POST", "/api/login", credentials("organiser", "x".repeat(9_000))));
    assertProblem(415, server.call("POST", "/api/login", ""));
  }

  @Test
  void no_password_and_no_token_is_ever_logged() {
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    Logger root = (Logger) LoggerFactory.getLogger("org.callboard");
    log.start();
    root.addAppender(log);
    String bearer = server.bearer();
    server.login("organiser", "secret guess");
    server.store.source().close();
    server.login("organiser", "secret guess");
    server.time.pass(Duration.ofMinutes(1));
    me("Authorization", bearer);
    root.detachAppender(log);

    assertThat(log.list).isNotEmpty();
    for (ILoggingEvent event : log.list) {
      String trace =
          event.getThrowableProxy() == null
              ? ""
              : ThrowableProxyUtil.asString(event.getThrowableProxy());
      assertThat(event.getFormattedMessage() + trace)
          .doesNotContain("secret guess", PASSWORD, bearer.substring("Bearer ".length()));
    }
  }
}
