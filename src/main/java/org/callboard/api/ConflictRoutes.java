package org.callboard.api;

import io.vertx.core.WorkerExecutor;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.function.Supplier;
import org.callboard.agenda.Agenda;
import org.callboard.change.Change;
import org.callboard.change.Offer;
import org.callboard.desk.Desk;
import org.callboard.desk.Outcome;
import org.callboard.desk.Proposal;
import org.callboard.desk.Snapshot;
import org.callboard.wire.ChangeRequest;
import org.callboard.wire.ConflictJson;

/**
 * What waits for an organiser's choice: conflicts with the plan, and an edition that is offered.
 */
final class ConflictRoutes {
  private final Desk desk;
  private final WorkerExecutor planning;
  private final Supplier<Optional<JsonObject>> watched;

  ConflictRoutes(Desk desk, WorkerExecutor planning, Supplier<Optional<JsonObject>> watched) {
    this.desk = desk;
    this.planning = planning;
    this.watched = watched;
  }

  void mount(Router router) {
    router.get("/api/conflicts").handler(Authentication.ORGANISERS).handler(this::conflicts);
  }

  private void conflicts(RoutingContext context) {
    Snapshot present = desk.replica().present();
    Agenda agenda = present.prefix().agenda();
    planning
        .executeBlocking(
            () ->
                new JsonObject()
                    .put("revision", present.revision())
                    .put("edition", agenda.edition())
                    .put("conflicts", ConflictJson.all(agenda))
                    .put("watch", watched.get().orElse(null))
                    .put("offer", agenda.offer().map(this::offer).orElse(null)),
            false)
        .onSuccess(json -> Answers.json(context, 200, json))
        .onFailure(context::fail);
  }

  /** With what taking it would do; one that would be refused says why, and may be forced. */
  private JsonObject offer(Offer offer) {
    JsonObject json =
        new JsonObject()
            .put("id", Offer.ID)
            .put("source", offer.source())
            .put("sessions", offer.programme().sessions().size())
            .put("readingWarnings", new JsonArray(offer.warnings()));
    Outcome outcome = preview(false);
    if (outcome instanceof Outcome.Refused refused) {
      json.put("refused", refused.reason());
      outcome = preview(true);
    } else {
      json.putNull("refused");
    }
    if (outcome instanceof Outcome.Planned planned) {
      json.mergeIn(JournalJson.answer(planned)).remove("effects");
    }
    return json;
  }

  private Outcome preview(boolean isForced) {
    ChangeRequest take =
        new ChangeRequest(
            new Change.Settle(Offer.ID, true, isForced),
            "settle",
            "{}",
            "",
            false,
            Optional.empty());
    return desk.preview(new Proposal("", "", take));
  }
}
