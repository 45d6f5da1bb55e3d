package org.callboard.api;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.callboard.accounts.AccountStore;
import org.callboard.accounts.Accounts;
import org.callboard.accounts.FakeTime;
import org.callboard.accounts.HostLinks;
import org.callboard.accounts.LoginGuard;
import org.callboard.accounts.Tokens;
import org.callboard.app.TestNode;

/** A real server with the routes of accounts alone, and a client of it, for tests. */
final class AccountServer {
  static final String PASSWORD = "correct horse battery";

  static {
    System.setProperty("jdk.httpclient.allowRestrictedHeaders", "host");
  }

  final FakeTime time = new FakeTime();
  final AccountStore store;
  final Tokens tokens;
  final Accounts accounts;
  private final HttpClient client = HttpClient.newHttpClient();
  private final Vertx vertx = Vertx.vertx();
  private final HttpServer server;

  AccountServer(Path folder, boolean trustsProxy) {
    store = AccountStore.sqlite(folder);
    tokens = new Tokens(store.source(), time);
    accounts = new Accounts(store.source(), tokens);
    accounts.firstStart("organiser", Optional.of(PASSWORD));
    HostLinks links = new HostLinks(store.source(), tokens, time);
    AccountAccess access =
        new AccountAccess(
            accounts, tokens, links, new LoginGuard(time), trustsProxy, TestNode.SYSTEM);
    server = vertx.createHttpServer().requestHandler(router(access)).listen(0, "127.0.0.1").await();
  }

  private Router router(AccountAccess access) {
    Router router = Router.router(vertx);
    router.errorHandler(500, AccountServer::failed);
    new AccountRoutes(vertx, access, TestNode.SYSTEM::now).mount(router);
    router.get("/api/open").handler(context -> context.end("open"));
    router
        .post("/api/echo")
        .handler(Authentication.admitting())
        .handler(JsonBody.reading(64 * 1024))
        .handler(context -> context.end(JsonBody.of(context).toBuffer()));
    return router;
  }

  /** As a node answers it. */
  private static void failed(RoutingContext context) {
    if (context.failure() instanceof IllegalArgumentException refused) {
      Problem.malformed(refused.getMessage()).answer(context);
    } else {
      context.response().setStatusCode(500).end();
    }
  }

  String host() {
    return "127.0.0.1:" + server.actualPort();
  }

  String origin() {
    return "http://" + host();
  }

  HttpResponse<String> call(String method, String path, String body, String... headers) {
    return later(method, path, body, headers).join();
  }

  CompletableFuture<HttpResponse<String>> later(
      String method, String path, String body, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(origin() + path));
    if (!body.isEmpty()) {
      request.header("Content-Type", "application/json");
    }
    if (headers.length > 0) {
      request.headers(headers);
    }
    request.method(
        method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    return client.sendAsync(request.build(), BodyHandlers.ofString());
  }

  HttpResponse<String> login(String user, String password, String... headers) {
    return call("POST", "/api/login", credentials(user, password), headers);
  }

  static String credentials(String user, String password) {
    return new JsonObject().put("user", user).put("password", password).encode();
  }

  /** The value of an Authorization header. */
  String bearer(String user, String password) {
    return "Bearer " + new JsonObject(login(user, password).body()).getString("token");
  }

  String bearer() {
    return bearer("organiser", PASSWORD);
  }

  /** The value of a Cookie header. */
  String cookie() {
    return cookieOf(login("organiser", PASSWORD)).split(";")[0];
  }

  static String cookieOf(HttpResponse<String> response) {
    return response.headers().firstValue("Set-Cookie").orElse("");
  }

  void close() throws IOException {
    vertx.close().await();
    store.close();
  }
}
