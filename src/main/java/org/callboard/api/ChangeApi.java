package org.callboard.api;

import io.vertx.core.Context;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import org.callboard.accounts.Account;
import org.callboard.accounts.AccountRole;
import org.callboard.agenda.Agenda;
import org.callboard.desk.Desk;
import org.callboard.desk.Outcome;
import org.callboard.desk.Prefix;
import org.callboard.desk.Proposal;
import org.callboard.desk.Snapshot;
import org.callboard.live.Screen;
import org.callboard.live.Screens;
import org.callboard.live.Scripts;
import org.callboard.programme.Event;
import org.callboard.wire.CallJson;
import org.callboard.wire.ChangeJson;
import org.callboard.wire.ImportJson;
import org.callboard.wire.Topic;

/** The way in: changes asked for, previewed and published, and the journal that they make. */
final class ChangeApi {
  static final String PATH = "/api/changes";

  /** Bytes in a request; a new edition of a large programme fits. */
  static final int LARGEST_CHANGE = 4 * 1024 * 1024;

  private static final int MOST_ENTRIES = 500;
  private static final Handler<RoutingContext> JSON = JsonBody.reading(LARGEST_CHANGE);

  private final Desk desk;
  private final Scripts scripts;
  private final Screens screens;
  private final WorkerExecutor planning;

  /**
   * The routes.
   *
   * @param planning where programmes are read, and planned, which may take a while
   */
  ChangeApi(Desk desk, Scripts scripts, Screens screens, WorkerExecutor planning) {
    this.desk = desk;
    this.scripts = scripts;
    this.screens = screens;
    this.planning = planning;
  }

  void mount(Router router) {
    router.post(PATH).handler(Authentication.admitting()).handler(this::read).handler(this::change);
    router.get(PATH).handler(Authentication.ORGANISERS).handler(this::changes);
    router.get("/api/scheduled").handler(Authentication.ORGANISERS).handler(this::scheduled);
    router.get("/api/calls").handler(Authentication.ORGANISERS).handler(this::calls);
    router.get("/api/sessions/:id/why").handler(Authentication.ORGANISERS).handler(this::why);
  }

  /** A change is sent as JSON, or as the file of a programme to import. */
  private void read(RoutingContext context) {
    if (!ProgrammeUpload.isSent(context)) {
      JSON.handle(context);
    } else if (Caller.of(context).orElseThrow().account().role() == AccountRole.HOST) {
      new Problem(403, "Not allowed", "A host imports no programme; ask an organiser.")
          .answer(context);
    } else {
      ProgrammeUpload.read(context);
    }
  }

  private void change(RoutingContext context) {
    Optional<ProgrammeUpload> upload = ProgrammeUpload.of(context);
    if (upload.isPresent()) {
      aside(context, () -> Asking.of(upload.get(), event()), this::ask);
    } else if (isImport(JsonBody.of(context))) {
      aside(context, () -> asking(context), this::ask);
    } else {
      ask(context, asking(context));
    }
  }

  private static boolean isImport(JsonObject json) {
    return "import".equals(json.getValue("type"));
  }

  private Asking asking(RoutingContext context) {
    JsonObject request = ImportJson.inZone(JsonBody.of(context), event().zone());
    return Asking.of(ChangeJson.read(request, scripts.second(), scripts.clock().speed()));
  }

  private Event event() {
    return desk.replica().present().prefix().agenda().programme().event();
  }

  /** Does what may take a while beside the event loops, then goes on with what it gave. */
  private <T> void aside(
      RoutingContext context, Callable<T> work, BiConsumer<RoutingContext, T> next) {
    planning
        .executeBlocking(work, false)
        .map(result -> done(context, result, next))
        .onFailure(failure -> unread(context, failure));
  }

  /** Within the future, so that what goes on and is refused is answered as well. */
  private static <T> T done(RoutingContext context, T result, BiConsumer<RoutingContext, T> next) {
    next.accept(context, result);
    return result;
  }

  private static void unread(RoutingContext context, Throwable failure) {
    if (failure instanceof Unreadable unreadable) {
      new Problem(422, "Not readable", unreadable.getMessage()).answer(context);
    } else {
      context.fail(failure);
    }
  }

  private void ask(RoutingContext context, Asking asking) {
    Account account = Caller.of(context).orElseThrow().account();
    Prefix prefix = desk.replica().present().prefix();
    Optional<String> refusal = Permissions.refusal(account, asking.request().change(), prefix);
    if (refusal.isPresent()) {
      new Problem(403, "Not allowed", refusal.get()).answer(context);
      return;
    }
    Proposal proposal = new Proposal(account.name(), key(context), asking.request());
    if (!isPreview(context)) {
      publish(context, proposal, asking);
    } else if (asking.isLarge()) {
      aside(context, () -> desk.preview(proposal), (own, done) -> answer(own, done, asking));
    } else {
      answer(context, desk.preview(proposal), asking);
    }
  }

  /** The desk answers on its own event loop; the answer is written on the request's. */
  private void publish(RoutingContext context, Proposal proposal, Asking asking) {
    Context own = Vertx.currentContext();
    desk.publish(proposal, Caller.of(context).orElseThrow().waited())
        .onComplete(
            done ->
                own.runOnContext(
                    back -> {
                      if (done.succeeded()) {
                        answer(context, done.result(), asking);
                      } else {
                        context.fail(done.cause());
                      }
                    }));
  }

  private static boolean isPreview(RoutingContext context) {
    String preview = context.queryParam("preview").stream().findFirst().orElse("false");
    return switch (preview) {
      case "true", "" -> true;
      case "false" -> false;
      default ->
          throw new IllegalArgumentException(
              "The parameter preview is not readable; it takes true or false.");
    };
  }

  private static String key(RoutingContext context) {
    String key = Optional.ofNullable(context.request().getHeader("Idempotency-Key")).orElse("");
    if (key.length() > 200 || !key.chars().allMatch(c -> c >= 0x20 && c < 0x7f)) {
      throw new IllegalArgumentException(
          "The header Idempotency-Key takes at most 200 printable ASCII characters.");
    }
    return key;
  }

  private void answer(RoutingContext context, Outcome outcome, Asking asking) {
    if (outcome instanceof Outcome.Planned planned) {
      JsonObject json = json(planned);
      asking.reading().ifPresent(reading -> json.put("reading", reading));
      Answers.json(context, planned.revision() > 0 ? 201 : 200, json);
    } else if (outcome instanceof Outcome.Refused refused) {
      new Problem(422, "Not possible", refused.reason()).answer(context);
    } else if (outcome instanceof Outcome.KeyReused reused) {
      new Problem(422, "Idempotency key used before", reused.reason()).answer(context);
    } else if (outcome instanceof Outcome.Outdated outdated) {
      new Problem(409, "Changed since", outdated.reason()).answer(context);
    } else if (outcome instanceof Outcome.NotSaved notSaved) {
      context.response().putHeader("Retry-After", "2");
      new Problem(503, "Not saved, nothing was shown", notSaved.reason()).answer(context);
    } else {
      throw new IllegalStateException("An outcome is of no known kind: outcome=" + outcome);
    }
  }

  private JsonObject json(Outcome.Planned planned) {
    return JournalJson.answer(planned).put("screens", screens(planned));
  }

  /** How many connected screens will show it: an announcement reaches those it is for. */
  private int screens(Outcome.Planned planned) {
    Agenda agenda = desk.replica().present().prefix().agenda();
    Optional<Addressees> addressees = Addressees.of(planned.effects(), agenda);
    if (addressees.isPresent()) {
      return screens.all(addressees.get().and(Screen::isConnected)).size();
    }
    Set<String> topics = new LinkedHashSet<>();
    planned.rooms().stream().map(Topic::room).forEach(topics::add);
    if (planned.isVenueTouched()) {
      topics.add(Topic.VENUE);
    }
    return screens.watching(topics);
  }

  private void changes(RoutingContext context) {
    Snapshot present = desk.replica().present();
    long after = Answers.whole(context, "after", 0);
    int limit = (int) Math.min(MOST_ENTRIES, Answers.whole(context, "limit", MOST_ENTRIES));
    JsonArray changes = JournalJson.changes(present.prefix(), after, limit);
    Answers.json(
        context, 200, new JsonObject().put("revision", present.revision()).put("changes", changes));
  }

  private void scheduled(RoutingContext context) {
    Snapshot present = desk.replica().present();
    Answers.json(
        context,
        200,
        new JsonObject()
            .put("revision", present.revision())
            .put("scheduled", JournalJson.pending(present.prefix().agenda())));
  }

  private void calls(RoutingContext context) {
    Snapshot present = desk.replica().present();
    JsonArray calls = new JsonArray();
    present.prefix().agenda().calls().forEach(call -> calls.add(CallJson.of(call)));
    Answers.json(
        context, 200, new JsonObject().put("revision", present.revision()).put("calls", calls));
  }

  private void why(RoutingContext context) {
    Snapshot present = desk.replica().present();
    String id = context.pathParam("id");
    present
        .prefix()
        .agenda()
        .session(id)
        .ifPresentOrElse(
            session -> Answers.json(context, 200, WhyJson.of(present.prefix(), session)),
            () ->
                Problem.notFound("No session has the id " + id + "; /api/sessions lists them.")
                    .answer(context));
  }
}
