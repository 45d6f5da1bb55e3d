package org.callboard.api;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.callboard.accounts.Account;
import org.callboard.accounts.AccountEdit;
import org.callboard.accounts.Accounts;
import org.callboard.accounts.Issued;
import org.callboard.accounts.Token;
import org.callboard.accounts.Tokens;
import org.callboard.clock.Moment;
import org.callboard.wire.Fields;

/** Who makes a request, for all of the API, and the accounts that an admin keeps. */
final class AccountRoutes {

  /** How many queries run at once on a node. */
  private static final int QUERIES = 4;

  /** How many passwords are hashed at once on a node, each of which takes 19 MiB. */
  private static final int HASHES = 2;

  private final Accounts accounts;
  private final Tokens tokens;
  private final BlockingWork work;
  private final BlockingWork hashing;
  private final LoginRoutes login;
  private final Authentication authentication;

  AccountRoutes(Vertx vertx, AccountAccess access, Supplier<Moment> clock) {
    WorkerExecutor queries = vertx.createSharedWorkerExecutor("callboard-accounts", QUERIES);
    WorkerExecutor hashes = vertx.createSharedWorkerExecutor("callboard-passwords", HASHES);
    this.accounts = access.accounts();
    this.tokens = access.tokens();
    this.work = new BlockingWork(queries, access.alarm());
    this.hashing = new BlockingWork(hashes, access.alarm());
    this.login = new LoginRoutes(access, work, hashing);
    this.authentication = new Authentication(work, tokens, clock);
  }

  /** Where the database of the accounts is asked, beside the event loops. */
  BlockingWork queries() {
    return work;
  }

  /** Mounted before all other routes of the API, which then find their {@link Caller}. */
  void mount(Router router) {
    login.mountLogin(router);
    router.route("/api/*").handler(authentication);
    router.route(ConsoleRoutes.PATH).handler(authentication);
    login.mount(router);
    router.get("/api/accounts").handler(Authentication.ADMINS).handler(this::list);
    posting(router, "/api/accounts", this::create);
    router
        .patch("/api/accounts/:name")
        .handler(Authentication.ADMINS)
        .handler(JsonBody.SMALL)
        .handler(this::change);
    router.delete("/api/accounts/:name").handler(Authentication.ADMINS).handler(this::remove);
    router.get("/api/accounts/:name/tokens").handler(Authentication.ADMINS).handler(this::tokens);
    posting(router, "/api/accounts/:name/tokens", this::issue);
    router.delete("/api/tokens/:id").handler(Authentication.ADMINS).handler(this::revoke);
  }

  private static void posting(Router router, String path, Handler<RoutingContext> handler) {
    router.post(path).handler(Authentication.ADMINS).handler(JsonBody.SMALL).handler(handler);
  }

  private void list(RoutingContext context) {
    work.answer(
        context,
        accounts::list,
        all ->
            Answers.json(
                context,
                200,
                new JsonObject()
                    .put("accounts", new JsonArray(all.stream().map(AccountJson::of).toList()))));
  }

  private void create(RoutingContext context) {
    Fields fields = new Fields(JsonBody.of(context));
    Account account = AccountJson.account(fields);
    Optional<String> given = AccountJson.password(fields);
    fields.requireNoMore();
    String password = given.orElseGet(Accounts::readablePassword);
    JsonObject answer = AccountJson.of(account);
    if (given.isEmpty()) {
      answer.put("password", password); // Made here, and never known again.
    }
    hashing.answer(
        context,
        () -> accounts.create(account, password),
        outcome ->
            AccountJson.answer(context, outcome, done -> Answers.json(context, 201, answer)));
  }

  private void change(RoutingContext context) {
    Fields fields = new Fields(JsonBody.of(context));
    AccountEdit edit = AccountJson.edit(fields);
    fields.requireNoMore();
    String name = context.pathParam("name");
    hashing.answer(
        context,
        () -> accounts.change(name, edit),
        outcome ->
            AccountJson.answer(
                context, outcome, done -> Answers.json(context, 200, AccountJson.of(done))));
  }

  private void remove(RoutingContext context) {
    String name = context.pathParam("name");
    work.answer(
        context,
        () -> accounts.remove(name),
        outcome -> AccountJson.answer(context, outcome, done -> Answers.noContent(context)));
  }

  private void tokens(RoutingContext context) {
    String name = context.pathParam("name");
    work.answer(
        context,
        () ->
            accounts.exists(name) ? Optional.of(tokens.list(name)) : Optional.<List<Token>>empty(),
        found ->
            found.ifPresentOrElse(
                list -> Answers.json(context, 200, json(list)), () -> unknown(context)));
  }

  private static JsonObject json(List<Token> tokens) {
    return new JsonObject()
        .put("tokens", new JsonArray(tokens.stream().map(AccountJson::of).toList()));
  }

  private void issue(RoutingContext context) {
    Fields fields = new Fields(JsonBody.of(context));
    String label = fields.text("label");
    Optional<Instant> expires =
        AccountJson.given(fields, "expires")
            ? Optional.of(fields.instant("expires"))
            : Optional.empty();
    fields.requireNoMore();
    String name = context.pathParam("name");
    work.answer(
        context,
        () ->
            expires.isPresent()
                ? tokens.issue(name, label, expires.get())
                : tokens.issue(name, label),
        issued -> issued.ifPresentOrElse(made -> made(context, made), () -> unknown(context)));
  }

  private static void made(RoutingContext context, Issued issued) {
    Answers.json(
        context, 201, new JsonObject().put("id", issued.id()).put("token", issued.token()));
  }

  private static void unknown(RoutingContext context) {
    Problem.notFound("There is no such account; /api/accounts lists them.").answer(context);
  }

  private void revoke(RoutingContext context) {
    String id = context.pathParam("id");
    work.answer(context, () -> tokens.revoke(id), revoked -> revoked(context, revoked));
  }

  private static void revoked(RoutingContext context, boolean revoked) {
    if (revoked) {
      Answers.noContent(context);
    } else {
      Problem.notFound("There is no such token, or no longer.").answer(context);
    }
  }
}
