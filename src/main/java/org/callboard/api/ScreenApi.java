package org.callboard.api;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import org.callboard.desk.Prefix;
import org.callboard.desk.Replica;
import org.callboard.live.Screen;
import org.callboard.live.Screens;
import org.callboard.live.SelfTestResult;
import org.callboard.wire.AnnounceJson;
import org.callboard.wire.Fields;

/**
 * What organisers may know of the screens: how they are, what they show, whom a message reaches.
 */
final class ScreenApi {
  private static final int LARGEST_REACH = 64 * 1024;

  private final Replica replica;
  private final Screens screens;
  private final ScreenRoll roll;
  private final BlockingWork work;
  private final Operations operations;

  ScreenApi(Replica replica, ScreenRoll roll, BlockingWork work, Operations operations) {
    this.replica = replica;
    this.screens = roll.screens();
    this.roll = roll;
    this.work = work;
    this.operations = operations;
  }

  void mount(Router router) {
    router
        .get("/api/screens")
        .handler(Authentication.ORGANISERS)
        .handler(this::called)
        .handler(this::screens);
    router.delete("/api/screens/:id").handler(Authentication.ORGANISERS).handler(this::forget);
    router
        .post("/api/announcements/reach")
        .handler(Authentication.ORGANISERS)
        .handler(JsonBody.reading(LARGEST_REACH))
        .handler(this::called)
        .handler(this::reach);
  }

  /** What another node has paired is known as well; without the records the list goes on. */
  private void called(RoutingContext context) {
    work.done(Executors.callable(roll::call))
        .onComplete(
            done -> {
              if (done.succeeded() || BlockingWork.isOutage(done.cause())) {
                context.next();
              } else {
                context.fail(done.cause());
              }
            });
  }

  private void screens(RoutingContext context) {
    if (context.queryParam("revision").isEmpty()) {
      Answers.json(context, 200, all());
    } else {
      receipts(context, Answers.whole(context, "revision", 0));
    }
  }

  private JsonObject all() {
    ScreenJson json = json();
    Screens.Receipts newest = screens.receipts();
    JsonObject all =
        new JsonObject()
            .put("at", at())
            .put("revision", newest.revision())
            .put("screens", json.all(screens.all()))
            .put("phones", screens.all(Screen::isPhone).size())
            .put("painted", counts(newest))
            .put("selfTest", of(operations.selfTest().get()));
    operations.readiness().cluster().ifPresent(state -> state.putClocks(all));
    return all;
  }

  private static JsonObject of(SelfTestResult result) {
    return new JsonObject()
        .put("state", result.state())
        .put("at", result.at().map(at -> ScreenJson.text(at.wall())).orElse(null))
        .put("tookMs", result.took().toNanos() / 1e6)
        .put("why", result.why());
  }

  /** Who shows a revision; of one that only tells people something, those whom it is for. */
  private void receipts(RoutingContext context, long revision) {
    screens
        .receipts(revision, concernedBy(revision))
        .ifPresentOrElse(
            found ->
                Answers.json(
                    context,
                    200,
                    counts(found).put("at", at()).put("missing", json().all(found.missing()))),
            () ->
                Problem.notFound(
                        "Receipts are kept for the last revisions only, and for none to come:"
                            + " revision="
                            + revision
                            + ".")
                    .answer(context));
  }

  private Predicate<Screen> concernedBy(long revision) {
    Prefix prefix = replica.present().prefix();
    return prefix
        .entry(revision)
        .flatMap(entry -> Addressees.of(entry.effects(), prefix.agenda()))
        .<Predicate<Screen>>map(addressees -> addressees)
        .orElse(screen -> true);
  }

  private static JsonObject counts(Screens.Receipts receipts) {
    int of = receipts.concerned().size();
    return new JsonObject()
        .put("revision", receipts.revision())
        .put("of", of)
        .put("shown", of - receipts.missing().size());
  }

  /** Takes a screen that is gone for good off the list; one that is connected stays. */
  private void forget(RoutingContext context) {
    if (screens.forget(context.pathParam("id"))) {
      context.response().setStatusCode(204).end();
    } else {
      Problem.notFound("No screen of that name is offline; one that is connected stays listed.")
          .answer(context);
    }
  }

  private void reach(RoutingContext context) {
    Fields fields = new Fields(JsonBody.of(context));
    Addressees addressees =
        new Addressees(
            AnnounceJson.targets(fields), replica.present().prefix().agenda().programme());
    fields.requireNoMore();
    List<Screen> reached = screens.all(addressees);
    List<Screen> hung = reached.stream().filter(screen -> !screen.isPhone()).toList();
    List<Screen> offline = hung.stream().filter(screen -> !screen.isConnected()).toList();
    Answers.json(
        context,
        200,
        new JsonObject()
            .put("at", at())
            .put("screens", hung.size())
            .put("offline", offline.size())
            .put("phones", reached.size() - hung.size())
            .put("missing", json().all(offline)));
  }

  /** Now by the machine's clock, so that ages can be told by it. */
  private String at() {
    return ScreenJson.text(screens.now().wall());
  }

  private ScreenJson json() {
    return new ScreenJson(screens, screens.now());
  }
}
