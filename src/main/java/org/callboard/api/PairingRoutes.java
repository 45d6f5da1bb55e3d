package org.callboard.api;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.callboard.accounts.PairedScreen;
import org.callboard.accounts.Pairing;
import org.callboard.accounts.Pairings;
import org.callboard.wire.Fields;

/**
 * How a screen gets an assignment: it asks for a code and then, by its own secret, what it is; an
 * organiser who reads the code on it says so.
 */
final class PairingRoutes {
  private static final Pattern SECRET = Pattern.compile("(?i)bearer +(\\S+) *");
  private static final String VIEWPORT = "\\d{1,5}x\\d{1,5}";
  private static final String WAIT_SECONDS = "60";

  private final Pairings pairings;
  private final ScreenRoll roll;
  private final BlockingWork work;
  private final Sender sender;
  private final Assignments assignments;

  PairingRoutes(ScreenRoll roll, BlockingWork work, Sender sender, Assignments assignments) {
    this.pairings = roll.pairings();
    this.roll = roll;
    this.work = work;
    this.sender = sender;
    this.assignments = assignments;
  }

  /** What screens ask; before the accounts, which would take a screen's secret for a bad token. */
  void mountForScreens(Router router) {
    router.post("/api/pairings").handler(JsonBody.SMALL).handler(this::begin);
    router.get("/api/pairings/:id").handler(this::state);
  }

  void mount(Router router) {
    router.get("/api/pairings").handler(Authentication.ORGANISERS).handler(this::waiting);
    router
        .post("/api/pairings/:code/confirm")
        .handler(Authentication.ORGANISERS)
        .handler(JsonBody.SMALL)
        .handler(this::confirm);
  }

  private void begin(RoutingContext context) {
    Fields fields = new Fields(JsonBody.of(context));
    String viewport = fields.textOr("viewport", "");
    fields.requireNoMore();
    if (!viewport.isEmpty() && !viewport.matches(VIEWPORT)) {
      throw fields.refused("viewport", "a width and a height such as 1920x1080");
    }
    Pairing.Device device =
        new Pairing.Device(
            DeviceWords.of(context.request().getHeader(HttpHeaders.USER_AGENT)),
            viewport,
            sender.address(context.request()));
    work.answer(context, () -> pairings.begin(device), asked -> made(context, asked));
  }

  private static void made(RoutingContext context, Pairings.Asked<Pairing.Made> asked) {
    if (asked instanceof Pairings.Asked.Answered<Pairing.Made> answered) {
      Pairing.Made made = answered.value();
      Answers.json(
          context,
          201,
          new JsonObject()
              .put("id", made.pairing().id())
              .put("code", made.pairing().code())
              .put("secret", made.secret())
              .put("farewell", made.farewell())
              .put("holdsSeconds", Pairings.CODE_HOLDS.toSeconds()));
    } else {
      tooMany(context);
    }
  }

  private static void tooMany(RoutingContext context) {
    context.response().putHeader("Retry-After", WAIT_SECONDS);
    new Problem(429, "Too many requests", "Too many screens ask from there; ask again later.")
        .answer(context);
  }

  private void state(RoutingContext context) {
    String header = context.request().getHeader(HttpHeaders.AUTHORIZATION);
    Matcher bearer = SECRET.matcher(header == null ? "" : header);
    String id = context.pathParam("id");
    String secret = bearer.matches() ? bearer.group(1) : "";
    String address = sender.address(context.request());
    work.answer(context, () -> pairings.state(id, secret, address), asked -> state(context, asked));
  }

  private void state(RoutingContext context, Pairings.Asked<Pairing.State> asked) {
    if (!(asked instanceof Pairings.Asked.Answered<Pairing.State> answered)) {
      tooMany(context);
    } else if (answered.value() instanceof Pairing.State.Unknown) {
      Problem.notFound("There is no such screen, or this is not its secret.").answer(context);
    } else {
      Answers.json(context, 200, json(answered.value()));
    }
  }

  private JsonObject json(Pairing.State state) {
    if (state instanceof Pairing.State.Waiting waiting) {
      return new JsonObject().put("state", "pending").put("code", waiting.pairing().code());
    } else if (state instanceof Pairing.State.Paired paired) {
      return new JsonObject()
          .put("state", "paired")
          .put("assignment", Assignments.json(paired.screen()));
    } else if (state instanceof Pairing.State.Unpaired unpaired) {
      return new JsonObject().put("state", "gone").put("farewell", unpaired.farewell());
    }
    throw new IllegalStateException("No answer for this state: state=" + state);
  }

  private void waiting(RoutingContext context) {
    work.answer(
        context,
        pairings::waiting,
        all ->
            Answers.json(
                context,
                200,
                new JsonObject()
                    .put("pairings", new JsonArray(all.stream().map(this::json).toList()))));
  }

  private JsonObject json(Pairing pairing) {
    return new JsonObject()
        .put("code", pairing.code())
        .put("device", pairing.device().words())
        .put("viewport", pairing.device().viewport())
        .put("address", pairing.device().address())
        .put("expires", ScreenJson.text(pairing.expires()));
  }

  private void confirm(RoutingContext context) {
    Optional<PairedScreen.Assignment> said = assignments.read(context, Optional.empty());
    String code = context.pathParam("code");
    said.ifPresent(
        assignment ->
            work.answer(
                context,
                () -> roll.after(pairings.confirm(code, assignment)),
                paired ->
                    paired.ifPresentOrElse(
                        screen -> Answers.json(context, 201, Assignments.json(screen)),
                        () ->
                            Problem.notFound(
                                    "No screen shows this code now; a code holds for 10 minutes.")
                                .answer(context))));
  }
}
