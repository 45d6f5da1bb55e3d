package org.callboard.api;

import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.Optional;
import org.callboard.clock.InstantText;
import org.callboard.live.Scripts;

/** What a request asks about: the present, or the instant in its {@code at}. */
record Asked(Instant at, boolean isFixed) {

  /**
   * Reads {@code ?at=}.
   *
   * @throws IllegalArgumentException when it is no instant
   */
  static Asked of(RoutingContext context, Scripts scripts) {
    Optional<String> at = context.queryParam("at").stream().findFirst();
    return at.map(text -> new Asked(instant(text, scripts), true))
        .orElseGet(() -> new Asked(scripts.now(), false));
  }

  private static Instant instant(String text, Scripts scripts) {
    return InstantText.parse(text, scripts.boards().agenda().programme().event().zone());
  }
}
