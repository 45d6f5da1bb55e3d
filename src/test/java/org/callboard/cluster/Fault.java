package org.callboard.cluster;

/** What can fail under a cluster, or be done to it. */
enum Fault {
  NODE_KILLED,
  NODE_KILLED_IN_A_RIPPLE,
  NODE_FROZEN,
  NODES_CUT_ONE_WAY,
  NODES_CUT_BOTH_WAYS,
  NODES_SLOW,
  DATABASE_CUT_FROM_ONE,
  DATABASE_CUT_FROM_ALL,
  DATABASE_HELD_FROM_ONE,
  DATABASE_HELD_FROM_ALL,
  DATABASE_SLOW,
  DATABASE_KILLED,
  DATABASE_FROZEN,
  ROLLING_RESTART,
  CLOCK_AN_HOUR_BEHIND,
  CLOCK_SIX_HOURS_AHEAD;

  /** Whether it is over when it was done, so that nothing else can go on at the same time. */
  boolean isPassing() {
    return compareTo(ROLLING_RESTART) >= 0;
  }

  /** Whether screens lose a line to a node at once, while others can take them in. */
  boolean isOfOneNode() {
    return this == NODE_KILLED || this == NODE_KILLED_IN_A_RIPPLE || isPassing();
  }
}
