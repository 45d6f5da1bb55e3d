package org.callboard.api;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.function.Supplier;
import org.callboard.board.Boards;

/**
 * How answers that are the same for everybody are kept: by a tag, and for a second by any cache on
 * the way. Whoever knows of a revision names it ({@code ?revision=}), and is never given an older
 * state that was kept; nor is whoever is logged in.
 *
 * @param build two versions may say the same revision in different words
 */
record Freshness(Days days, String build) {
  /** While no node answers, an old board that says its instant is better than none. */
  private static final String SHARED = "public, max-age=1, stale-if-error=600";

  private static final String OWN = "private, no-cache";
  private static final String ASK_AGAIN = "no-cache";
  private static final String NEVER = "no-store";

  /**
   * Answers with a state of the boards, or that it has not changed.
   *
   * @param shown what of the revision is shown, as long as which the answer is the same
   */
  void answer(RoutingContext context, Boards boards, String shown, Supplier<String> json) {
    context
        .response()
        .putHeader("ETag", tag(boards, shown))
        .putHeader("Cache-Control", control(context, boards))
        .putHeader("Vary", "Accept-Encoding");
    if (context.isFresh()) {
      context.response().setStatusCode(304).end();
    } else {
      context.response().putHeader("Content-Type", "application/json").end(json.get());
    }
  }

  /** The same of a state that says nothing else than what it shows. */
  void answer(RoutingContext context, Boards boards, JsonObject json) {
    String text = json.encode();
    answer(context, boards, text, () -> text);
  }

  private String control(RoutingContext context, Boards boards) {
    if (boards.revision() < Answers.whole(context, "revision", 0)) {
      return NEVER; // it is not what was asked for, though the newest that is known here
    }
    if (isOfSomebody(context)) {
      return OWN;
    }
    return days.asked(context).isFixed() ? ASK_AGAIN : SHARED;
  }

  private static boolean isOfSomebody(RoutingContext context) {
    return context.request().headers().contains(HttpHeaders.AUTHORIZATION)
        || SessionCookie.of(context).isPresent();
  }

  /**
   * Weak, since it may be sent compressed. A revision only means something beside its journal,
   * which the instant of its entry tells.
   */
  private String tag(Boards boards, String shown) {
    return "W/\"%d-%d-%08x-%08x\""
        .formatted(
            boards.revision(),
            days.recordedMillis(boards.revision()),
            shown.hashCode(),
            build.hashCode());
  }
}
