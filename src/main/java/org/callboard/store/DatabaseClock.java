package org.callboard.store;

import java.time.InstantSource;

/**
 * The one clock by which all who share a database measure: its server's. A file is one node's, so
 * there it is that node's.
 */
public record DatabaseClock(Database database, InstantSource node) {
  private static final String SERVER = "(extract(epoch from clock_timestamp()) * 1000)::bigint";

  /** Now in milliseconds of the epoch, as SQL for use inside a statement. */
  public String millis() {
    return database.isSqlite() ? String.valueOf(node.millis()) : SERVER;
  }
}
