package org.callboard.api;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.callboard.desk.Prefix;
import org.callboard.desk.Replica;
import org.callboard.outgoing.Delivery;
import org.callboard.outgoing.Outbox;
import org.callboard.outgoing.Signature;
import org.callboard.outgoing.Target;
import org.callboard.outgoing.TargetState;
import org.callboard.outgoing.Template;
import org.callboard.outgoing.Trial;
import org.callboard.wire.Fields;

/** Where messages are sent, and what could not be delivered; for admins. */
final class WebhookRoutes {
  private static final int LONGEST_LABEL = 80;
  private static final int LONGEST_URL = 2_000;
  private static final int MOST_TARGETS = 50;

  private final Outbox outbox;
  private final BlockingWork work;
  private final Trial trial;
  private final Replica replica;
  private final InstantSource clock;

  WebhookRoutes(
      Outbox outbox, Trial trial, BlockingWork work, Replica replica, InstantSource clock) {
    this.outbox = outbox;
    this.trial = trial;
    this.work = work;
    this.replica = replica;
    this.clock = clock;
  }

  void mount(Router router) {
    router.get("/api/webhooks").handler(Authentication.ADMINS).handler(this::list);
    router
        .post("/api/webhooks")
        .handler(Authentication.ADMINS)
        .handler(JsonBody.SMALL)
        .handler(this::add);
    router
        .patch("/api/webhooks/:id")
        .handler(Authentication.ADMINS)
        .handler(JsonBody.SMALL)
        .handler(this::pause);
    router.post("/api/webhooks/:id/test").handler(Authentication.ADMINS).handler(this::test);
    router.delete("/api/webhooks/:id").handler(Authentication.ADMINS).handler(this::remove);
    router.get("/api/dead-letters").handler(Authentication.ADMINS).handler(this::dead);
    router
        .post("/api/dead-letters")
        .handler(Authentication.ADMINS)
        .handler(JsonBody.SMALL)
        .handler(this::resend);
  }

  private void list(RoutingContext context) {
    work.answer(
        context,
        () -> outbox.targets().stream().map(this::json).toList(),
        all ->
            Answers.json(
                context,
                200,
                new JsonObject()
                    .put("webhooks", new JsonArray(all))
                    .put("at", ScreenJson.text(clock.instant()))));
  }

  private JsonObject json(Target target) {
    TargetState state = outbox.state(target.id());
    return plain(target)
        .put("paused", state.isPaused())
        .put("waiting", state.waiting())
        .put("dead", state.dead())
        .put("delivered", state.delivered().map(ScreenJson::text).orElse(null))
        .put("stuck", state.stuck().map(WebhookRoutes::stuck).orElse(null));
  }

  private static JsonObject stuck(Delivery oldest) {
    return new JsonObject()
        .put("revision", oldest.revision())
        .put("attempts", oldest.attempts())
        .put("trouble", oldest.trouble())
        .put("next", ScreenJson.text(oldest.next()));
  }

  private static JsonObject plain(Target target) {
    return new JsonObject()
        .put("id", target.id())
        .put("label", target.label())
        .put("url", target.url())
        .put("template", target.template().word())
        .put("what", target.kind().word())
        .put("created", target.created().toString());
  }

  private void add(RoutingContext context) {
    Target target = target(new Fields(JsonBody.of(context)));
    long head = replica.present().revision();
    work.answer(
        context,
        () -> {
          if (outbox.targets().size() >= MOST_TARGETS) {
            throw new IllegalArgumentException(
                "There are " + MOST_TARGETS + " webhooks already; remove one first.");
          }
          outbox.add(target, head);
          return target;
        },
        added ->
            // The secret is shown now and never again.
            Answers.json(context, 201, plain(added).put("secret", added.secret())));
  }

  private Target target(Fields fields) {
    String label = fields.text("label", LONGEST_LABEL);
    String url = url(fields);
    Template template =
        fields.has("template")
            ? fields.word("template", Template.values(), Template::word)
            : Template.JSON;
    Target.Kind kind =
        fields.has("what")
            ? fields.word("what", Target.Kind.values(), Target.Kind::word)
            : Target.Kind.ALL;
    fields.requireNoMore();
    String id = UUID.randomUUID().toString().replace("-", "");
    return new Target(id, label, url, template, kind, Signature.newSecret(), clock.instant());
  }

  /** Venues are private networks, so private addresses are allowed; what is no address is not. */
  private static String url(Fields fields) {
    String url = fields.text("url", LONGEST_URL);
    try {
      URI uri = new URI(url);
      boolean isWeb = List.of("http", "https").contains(String.valueOf(uri.getScheme()));
      if (isWeb && uri.getHost() != null && uri.getUserInfo() == null) {
        return url;
      }
    } catch (URISyntaxException malformed) {
      // said below
    }
    throw new IllegalArgumentException(
        "The field url is not readable; it takes an address such as https://hooks.example/abc,"
            + " without a user or password.");
  }

  /** Nothing is sent for now, and all of it afterwards. */
  private void pause(RoutingContext context) {
    Fields fields = new Fields(JsonBody.of(context));
    Optional<Instant> since =
        fields.flag("paused") ? Optional.of(clock.instant()) : Optional.empty();
    fields.requireNoMore();
    String id = context.pathParam("id");
    work.answer(
        context,
        () ->
            outbox.pause(id, since)
                ? outbox.target(id).map(this::json)
                : Optional.<JsonObject>empty(),
        found -> answer(context, found));
  }

  private static void answer(RoutingContext context, Optional<JsonObject> found) {
    found.ifPresentOrElse(json -> Answers.json(context, 200, json), () -> done(context, false));
  }

  private void test(RoutingContext context) {
    String id = context.pathParam("id");
    work.answer(context, () -> outbox.target(id), found -> test(context, found));
  }

  private void test(RoutingContext context, Optional<Target> found) {
    if (found.isEmpty()) {
      done(context, false);
      return;
    }
    Prefix present = replica.present().prefix();
    trial
        .send(
            found.get(),
            present.agenda().programme().event().name(),
            present.revision(),
            clock.instant())
        .onSuccess(
            trouble ->
                Answers.json(
                    context,
                    200,
                    new JsonObject()
                        .put("taken", trouble.isEmpty())
                        .put("trouble", trouble.isEmpty() ? null : trouble)))
        .onFailure(context::fail);
  }

  private void remove(RoutingContext context) {
    String id = context.pathParam("id");
    work.answer(context, () -> outbox.remove(id), removed -> done(context, removed));
  }

  private static void done(RoutingContext context, boolean isDone) {
    if (isDone) {
      Answers.noContent(context);
    } else {
      Problem.notFound("There is no such webhook or message, or no longer.").answer(context);
    }
  }

  private void dead(RoutingContext context) {
    work.answer(
        context,
        () -> outbox.dead().stream().map(WebhookRoutes::json).toList(),
        all -> Answers.json(context, 200, new JsonObject().put("deadLetters", new JsonArray(all))));
  }

  private static JsonObject json(Delivery delivery) {
    return new JsonObject()
        .put("webhook", delivery.target())
        .put("revision", delivery.revision())
        .put("type", delivery.kind())
        .put("attempts", delivery.attempts())
        .put("trouble", delivery.trouble())
        .put("body", new JsonObject(delivery.body()));
  }

  private void resend(RoutingContext context) {
    Fields fields = new Fields(JsonBody.of(context));
    String target = fields.text("webhook");
    long revision = fields.wholeLong("revision");
    fields.requireNoMore();
    work.answer(context, () -> outbox.resend(target, revision), again -> done(context, again));
  }
}
