package org.callboard.api;

import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.Optional;
import org.callboard.board.Boards;
import org.callboard.clock.InstantText;
import org.callboard.desk.Replica;
import org.callboard.live.Scripts;

/**
 * Which day a request asks about. An instant that has passed is answered as the day was known then;
 * {@code asOf} asks for it as one revision knew it.
 */
record Days(Scripts scripts, Replica replica) {

  /**
   * Reads {@code at} and {@code asOf}.
   *
   * @throws IllegalArgumentException when one of them is not readable
   */
  Asked asked(RoutingContext context) {
    Optional<Instant> fixed =
        context.queryParam("at").stream().findFirst().map(text -> instant(text));
    Instant at = fixed.orElseGet(scripts::now);
    boolean isOfRevision = !context.queryParam("asOf").isEmpty();
    Boards boards =
        isOfRevision
            ? replica.asOf(Math.max(1, Answers.whole(context, "asOf", 0)))
            : fixed.map(replica::at).orElseGet(replica::boards);
    return new Asked(at, fixed.isPresent() || isOfRevision, boards);
  }

  private Instant instant(String text) {
    return InstantText.parse(text, scripts.boards().agenda().programme().event().zone());
  }
}
