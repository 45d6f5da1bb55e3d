package org.callboard.journal;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import org.sqlite.SQLiteErrorCode;

/**
 * What an SQL failure means for an organiser. Codes of SQLite are its result codes; those of
 * PostgreSQL are SQLSTATE, its manual's appendix A.
 */
final class Trouble {
  private static final int PRIMARY_CODE = 0xff;

  private Trouble() {}

  /** Whether a primary key or an idempotency key was there already. */
  static boolean isDoubled(SQLException failure) {
    return state(failure).equals("23505")
        || code(failure) == SQLiteErrorCode.SQLITE_CONSTRAINT.code;
  }

  /**
   * Whether a commit that failed so has kept nothing for sure. SQLite writes to the disk only at
   * the commit, and a transaction whose last page did not get there is none.
   */
  static boolean keepsNothing(SQLException failure) {
    return state(failure).isEmpty()
        && Set.of(
                SQLiteErrorCode.SQLITE_FULL.code,
                SQLiteErrorCode.SQLITE_READONLY.code,
                SQLiteErrorCode.SQLITE_BUSY.code)
            .contains(code(failure));
  }

  /** The rest of a sentence that begins with "because". */
  static String why(SQLException failure) {
    if (failure instanceof SQLTransientConnectionException) {
      return "the database cannot be reached";
    }
    String state = state(failure);
    return state.isEmpty() ? sqlite(failure) : postgres(failure, state);
  }

  private static String sqlite(SQLException failure) {
    int code = code(failure);
    if (code == SQLiteErrorCode.SQLITE_FULL.code) {
      return "the disk is full";
    }
    if (code == SQLiteErrorCode.SQLITE_READONLY.code) {
      return "the database is read-only";
    }
    if (code == SQLiteErrorCode.SQLITE_BUSY.code || code == SQLiteErrorCode.SQLITE_LOCKED.code) {
      return "another process holds the database";
    }
    return reported(failure);
  }

  private static String postgres(SQLException failure, String state) {
    if (state.startsWith("08") || state.startsWith("57P")) {
      return "the database cannot be reached";
    }
    if (state.equals("53100")) {
      return "the disk is full";
    }
    if (state.equals("25006")) {
      return "the database is read-only";
    }
    return reported(failure);
  }

  private static String reported(SQLException failure) {
    return "the database reports: " + String.valueOf(failure.getMessage()).strip();
  }

  private static int code(SQLException failure) {
    return failure.getErrorCode() & PRIMARY_CODE;
  }

  private static String state(SQLException failure) {
    return failure.getSQLState() == null ? "" : failure.getSQLState();
  }
}
