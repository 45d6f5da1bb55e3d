package org.callboard.api;

import io.vertx.core.Handler;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.callboard.accounts.Account;
import org.callboard.accounts.AccountEdit;
import org.callboard.accounts.AccountRole;
import org.callboard.accounts.Outcome;
import org.callboard.accounts.Token;
import org.callboard.wire.Fields;

/** Accounts and tokens as requests and answers write them. */
final class AccountJson {
  private AccountJson() {}

  static JsonObject of(Account account) {
    return new JsonObject()
        .put("user", account.name())
        .put("role", account.role().word())
        .put("rooms", new JsonArray(new ArrayList<>(account.rooms())));
  }

  static JsonObject of(Token token) {
    return new JsonObject()
        .put("id", token.id())
        .put("kind", token.kind().word())
        .put("label", token.label())
        .put("created", Answers.text(token.created()))
        .put("seen", Answers.text(token.seen()))
        .put("expires", token.expires().map(Answers::text).orElse(null));
  }

  /** Reads a new account without its password. */
  static Account account(Fields fields) {
    return new Account(fields.text("user"), role(fields), rooms(fields).orElse(Set.of()));
  }

  /** Reads what is to change of an account: at least something. */
  static AccountEdit edit(Fields fields) {
    AccountEdit edit =
        new AccountEdit(
            given(fields, "role") ? Optional.of(role(fields)) : Optional.empty(),
            rooms(fields),
            password(fields));
    if (edit.role().isEmpty() && edit.rooms().isEmpty() && edit.password().isEmpty()) {
      throw new IllegalArgumentException("Nothing is to change; give role, rooms or password.");
    }
    return edit;
  }

  static Optional<String> password(Fields fields) {
    return given(fields, "password") ? Optional.of(fields.text("password")) : Optional.empty();
  }

  private static Optional<Set<String>> rooms(Fields fields) {
    return given(fields, "rooms")
        ? Optional.of(new LinkedHashSet<>(fields.texts("rooms")))
        : Optional.empty();
  }

  private static AccountRole role(Fields fields) {
    return AccountRole.ofWord(fields.text("role"))
        .orElseThrow(() -> fields.refused("role", "one of host, organiser, duty, admin"));
  }

  /** Whether a field is there, were it only to say null, which its reader then refuses. */
  static boolean given(Fields fields, String name) {
    return fields.has(name) || fields.isNull(name);
  }

  /** Answers a refusal, or leaves the answer to whoever knows what was done. */
  static void answer(RoutingContext context, Outcome outcome, Handler<Account> done) {
    if (outcome instanceof Outcome.Done accepted) {
      done.handle(accepted.account());
    } else if (outcome instanceof Outcome.Refused refused) {
      problem(refused.reason()).answer(context);
    } else {
      throw new IllegalStateException("An outcome is not answered: outcome=" + outcome);
    }
  }

  private static Problem problem(Outcome.Reason reason) {
    return switch (reason) {
      case UNKNOWN -> Problem.notFound("There is no such account; /api/accounts lists them.");
      case TAKEN ->
          new Problem(409, "Name taken", "There is an account of this name; choose another name.");
      case LAST_ADMIN ->
          new Problem(
              422, "Last admin", "This is the only admin left; make another account admin first.");
    };
  }
}
