package org.callboard.cluster;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.callboard.clock.Moment;
import org.callboard.desk.Desk;
import org.callboard.live.Neighbours;
import org.callboard.live.Screens;

/**
 * What a node shares with the others of its cluster. It owns that on one event loop, from when the
 * node has something to share until it begins to leave.
 */
public final class Neighbourhood extends VerticleBase {
  private static final long LOOK_MILLIS = 1_000;

  private final Membership membership;
  private final String journal;
  private final Desk desk;
  private final Screens screens;
  private final Moment.Source time;
  private final Circle circle;
  private final Map<String, Consumer<JsonObject>> shared = new HashMap<>();
  private volatile Optional<NodeBus> bus = Optional.empty();

  /**
   * The neighbourhood of a node that has joined.
   *
   * @param journal the id of the journal, beside which a revision means something
   */
  public Neighbourhood(
      Membership membership, String journal, Desk desk, Screens screens, Moment.Source time) {
    this.membership = membership;
    this.journal = journal;
    this.desk = desk;
    this.screens = screens;
    this.time = time;
    this.circle = new Circle(membership, time, screens::lost);
  }

  /**
   * Lets the nodes share one more thing, from when this starts: each message goes to every other
   * node, at most once.
   *
   * @param says is given the way to tell the others; what is told before the start is lost
   * @param hears what others told
   */
  public void share(String what, Consumer<Consumer<JsonObject>> says, Consumer<JsonObject> hears) {
    shared.put("callboard.shared." + what, hears);
    says.accept(message -> bus.ifPresent(open -> open.say("callboard.shared." + what, message)));
  }

  public Neighbours neighbours() {
    return circle;
  }

  /** Even where nobody hears anybody, all follow the journal, since each looks into it. */
  @Override
  public Future<?> start() {
    NodeBus open = new NodeBus(membership, journal);
    JournalNews.spread(vertx, open, membership.name(), desk, circle);
    ScreenNews.spread(vertx, open, screens, time);
    Clocks.compare(vertx, open, membership.node(), circle, time);
    shared.forEach(open::hear);
    bus = Optional.of(open);
    vertx.setPeriodic(LOOK_MILLIS, beat -> beat());
    return Future.succeededFuture();
  }

  private void beat() {
    desk.look();
    circle.forgetSilent();
  }
}
