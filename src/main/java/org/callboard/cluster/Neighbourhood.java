package org.callboard.cluster;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import org.callboard.clock.Moment;
import org.callboard.desk.Desk;
import org.callboard.live.Neighbours;

/**
 * What a node shares with the others of its cluster. It owns that on one event loop, from when the
 * node has something to share until it begins to leave.
 */
public final class Neighbourhood extends VerticleBase {
  private static final long LOOK_MILLIS = 1_000;

  private final Membership membership;
  private final String journal;
  private final Desk desk;
  private final Moment.Source time;
  private final Circle circle;

  /**
   * The neighbourhood of a node that has joined.
   *
   * @param journal the id of the journal, beside which a revision means something
   */
  public Neighbourhood(Membership membership, String journal, Desk desk, Moment.Source time) {
    this.membership = membership;
    this.journal = journal;
    this.desk = desk;
    this.time = time;
    this.circle = new Circle(membership, time);
  }

  public Neighbours neighbours() {
    return circle;
  }

  /** Even where nobody hears anybody, all follow the journal, since each looks into it. */
  @Override
  public Future<?> start() {
    NodeBus bus = new NodeBus(membership, journal);
    JournalNews.spread(vertx, bus, membership.name(), desk, circle);
    Clocks.compare(vertx, bus, membership.node(), circle, time);
    vertx.setPeriodic(LOOK_MILLIS, beat -> desk.look());
    return Future.succeededFuture();
  }
}
