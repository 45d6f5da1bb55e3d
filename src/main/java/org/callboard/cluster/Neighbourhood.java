package org.callboard.cluster;

import org.callboard.desk.Desk;

/** What a node shares with the others of its cluster, once it has something to share. */
public final class Neighbourhood {

  private Neighbourhood() {}

  /** Begins to tell the others, and to hear them. */
  public static void meet(Membership membership, String journal, Desk desk) {
    NodeBus bus = new NodeBus(membership, journal);
    JournalNews.spread(membership.vertx(), bus, desk);
  }
}
