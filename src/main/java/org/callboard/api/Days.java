package org.callboard.api;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.Optional;
import org.callboard.board.Boards;
import org.callboard.clock.InstantText;
import org.callboard.desk.Replica;
import org.callboard.live.Scripts;

/**
 * Which day a request asks about. An instant that has passed is answered as the day was known then;
 * {@code asOf} asks for it as one revision knew it. The past is folded beside the event loops.
 */
record Days(Scripts scripts, Replica replica) {

  /** Mounted before whatever asks: works out the day of a request that names another than now. */
  void prepare(RoutingContext context) {
    if (context.queryParam("at").isEmpty() && context.queryParam("asOf").isEmpty()) {
      context.next();
      return;
    }
    Optional<Instant> fixed = context.queryParam("at").stream().findFirst().map(this::instant);
    long revision = revision(context, fixed);
    boards(context, revision)
        .onSuccess(
            boards -> {
              Asked asked = new Asked(fixed.orElseGet(scripts::now), true, boards);
              context.put(Asked.class.getName(), asked).next();
            })
        .onFailure(context::fail);
  }

  /** The day that a request asks about; the present one where it names no other. */
  Asked asked(RoutingContext context) {
    Asked prepared = context.get(Asked.class.getName());
    return prepared == null ? new Asked(scripts.now(), false, replica.boards()) : prepared;
  }

  /** When the entry of a revision was recorded, in milliseconds of the epoch. */
  long recordedMillis(long revision) {
    return replica
        .present()
        .prefix()
        .entry(revision)
        .map(entry -> entry.recordedAt().toEpochMilli())
        .orElse(0L);
  }

  private Future<Boards> boards(RoutingContext context, long revision) {
    return revision >= replica.present().revision()
        ? Future.succeededFuture(replica.boards())
        : context.vertx().executeBlocking(() -> replica.asOf(revision));
  }

  private long revision(RoutingContext context, Optional<Instant> fixed) {
    if (!context.queryParam("asOf").isEmpty()) {
      return Math.max(1, Answers.whole(context, "asOf", 0));
    }
    return fixed.map(replica::revisionAt).orElseGet(() -> replica.present().revision());
  }

  private Instant instant(String text) {
    return InstantText.parse(text, scripts.boards().agenda().programme().event().zone());
  }
}
