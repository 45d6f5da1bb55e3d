package org.callboard.journal;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.callboard.store.Database;

/**
 * Finds out whether the journal's place takes writes now, by writing there what it says already. It
 * goes through to the disk as an append does, and leaves no entry.
 */
public final class WriteProbe {
  private final Database database;

  public WriteProbe(Database database) {
    this.database = database;
  }

  /**
   * Writes; it blocks.
   *
   * @throws NotSaved when an append would fail too
   */
  public void write() {
    if (!database.isInPlace()) {
      throw new NotSaved(database.place(), "its file was removed or replaced", true, null);
    }
    try (Connection connection = database.source().getConnection();
        Statement statement = connection.createStatement()) {
      statement.executeUpdate("update journal set id = id where only_row = 1");
    } catch (SQLException failed) {
      throw new NotSaved(database.place(), Trouble.why(failed), true, failed);
    }
  }
}
