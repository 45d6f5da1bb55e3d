package org.callboard.journal;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.callboard.store.Database;

/**
 * What a look at a whole journal found: whether the database is sound, revisions run from 1 without
 * a gap, and every entry is as it was appended, readable, and accepted by whoever folds it.
 *
 * @param entries how many entries were looked at
 * @param faults one sentence each, the first {@value #MOST_FAULTS} at most; empty when all is well
 */
public record Verification(long entries, List<String> faults) {
  private static final int MOST_FAULTS = 20;
  private static final int PAGE = 500;

  public Verification {
    faults = List.copyOf(faults);
  }

  public boolean isSound() {
    return faults.isEmpty();
  }

  /**
   * Looks at a journal, which may grow meanwhile.
   *
   * @param fold takes each sound entry in order, and throws where it cannot
   */
  public static Verification of(Database database, Consumer<Entry> fold) {
    return new Look(fold).at(database);
  }

  /** A look under way. */
  private static final class Look {
    private final Consumer<Entry> fold;
    private final List<String> faults = new ArrayList<>();
    private long entries;
    private long newest;

    Look(Consumer<Entry> fold) {
      this.fold = fold;
    }

    Verification at(Database database) {
      try (Connection connection = database.source().getConnection()) {
        if (database.isSqlite()) {
          checkPages(connection);
        }
        checkEntries(connection);
      } catch (SQLException e) {
        faults.add("the database cannot be read: " + String.valueOf(e.getMessage()).strip());
      }
      return new Verification(entries, faults);
    }

    private void checkPages(Connection connection) throws SQLException {
      try (Statement statement = connection.createStatement();
          ResultSet found = statement.executeQuery("pragma integrity_check(" + MOST_FAULTS + ")")) {
        while (found.next()) {
          if (!found.getString(1).equals("ok")) {
            fault("the database: " + found.getString(1).strip());
          }
        }
      }
    }

    private void checkEntries(Connection connection) throws SQLException {
      List<Row> page = Row.after(connection, Long.MIN_VALUE, PAGE);
      while (!page.isEmpty()) {
        page.forEach(this::check);
        page = Row.after(connection, newest, PAGE);
      }
    }

    private void check(Row row) {
      entries++;
      if (row.revision() != newest + 1) {
        fault("revision " + (newest + 1) + ": it is missing");
      }
      newest = row.revision();
      try {
        fold.accept(row.entry());
      } catch (DamagedJournal | LaterEntry e) {
        fault(e.getMessage());
      } catch (RuntimeException e) {
        fault("revision " + row.revision() + ": it cannot be folded: " + e.getMessage());
      }
    }

    private void fault(String sentence) {
      if (faults.size() < MOST_FAULTS) {
        faults.add(sentence);
      }
    }
  }
}
