package org.callboard.api;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import org.callboard.accounts.PairedScreen;
import org.callboard.accounts.Pairings;
import org.callboard.live.Cue;
import org.callboard.live.Cues;
import org.callboard.live.Screens;
import org.callboard.wire.Fields;

/**
 * The screens that follow an assignment: what they are, what they are told to do, and their end.
 */
final class PairedScreenRoutes {
  private static final List<String> COMMANDS = List.of("identify", "reload");

  private final Vertx vertx;
  private final Pairings pairings;
  private final BlockingWork work;
  private final Screens screens;
  private final ScreenRoll roll;
  private final Assignments assignments;

  PairedScreenRoutes(Vertx vertx, ScreenRoll roll, BlockingWork work, Assignments assignments) {
    this.vertx = vertx;
    this.pairings = roll.pairings();
    this.work = work;
    this.screens = roll.screens();
    this.roll = roll;
    this.assignments = assignments;
  }

  void mount(Router router) {
    router.get("/api/paired-screens").handler(Authentication.ORGANISERS).handler(this::list);
    router.get("/api/paired-screens/:id").handler(Authentication.ORGANISERS).handler(this::one);
    router
        .patch("/api/paired-screens/:id")
        .handler(Authentication.ORGANISERS)
        .handler(JsonBody.SMALL)
        .handler(this::assign);
    router
        .delete("/api/paired-screens/:id")
        .handler(Authentication.ORGANISERS)
        .handler(this::unpair);
    router
        .post("/api/paired-screens/:id/commands")
        .handler(Authentication.ORGANISERS)
        .handler(JsonBody.SMALL)
        .handler(this::command);
  }

  private void list(RoutingContext context) {
    work.answer(
        context,
        pairings::list,
        all ->
            Answers.json(
                context,
                200,
                new JsonObject()
                    .put("screens", new JsonArray(all.stream().map(this::json).toList()))));
  }

  private JsonObject json(PairedScreen screen) {
    return Assignments.json(screen).put("connected", screens.isConnected(screen.id()));
  }

  private void one(RoutingContext context) {
    String id = context.pathParam("id");
    work.answer(context, () -> pairings.find(id), found -> answer(context, found));
  }

  private void answer(RoutingContext context, Optional<PairedScreen> screen) {
    screen.ifPresentOrElse(
        found -> Answers.json(context, 200, json(found)), () -> unknown(context));
  }

  private static void unknown(RoutingContext context) {
    Problem.notFound("There is no such screen, or no longer; /api/paired-screens lists them.")
        .answer(context);
  }

  private void assign(RoutingContext context) {
    String id = context.pathParam("id");
    work.answer(
        context,
        () -> pairings.find(id),
        found -> found.ifPresentOrElse(screen -> assign(context, screen), () -> unknown(context)));
  }

  private void assign(RoutingContext context, PairedScreen screen) {
    assignments
        .read(context, Optional.of(screen.assignment()))
        .ifPresent(
            wanted ->
                work.answer(
                    context,
                    () -> roll.after(pairings.assign(screen.id(), wanted)),
                    assigned -> {
                      tell(screen.id(), "assign");
                      answer(context, assigned);
                    }));
  }

  private void unpair(RoutingContext context) {
    String id = context.pathParam("id");
    work.answer(
        context,
        () -> roll.after(pairings.unpair(id)),
        unpaired -> {
          if (unpaired) {
            tell(id, "assign");
            Answers.noContent(context);
          } else {
            unknown(context);
          }
        });
  }

  private void command(RoutingContext context) {
    Fields fields = new Fields(JsonBody.of(context));
    String what = fields.text("do");
    fields.requireNoMore();
    if (!COMMANDS.contains(what)) {
      throw fields.refused("do", "one of " + String.join(", ", COMMANDS));
    }
    String id = context.pathParam("id");
    work.answer(
        context,
        () -> pairings.find(id),
        found ->
            found.ifPresentOrElse(
                screen -> {
                  tell(id, what);
                  boolean isConnected = screens.isConnected(id);
                  Answers.json(
                      context, 202, new JsonObject().put("do", what).put("connected", isConnected));
                },
                () -> unknown(context)));
  }

  private void tell(String screen, String what) {
    Cues.publish(vertx, new Cue.Command(screen, what));
  }
}
