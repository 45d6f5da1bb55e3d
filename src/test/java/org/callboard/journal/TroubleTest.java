package org.callboard.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.sqlite.SQLiteErrorCode;

class TroubleTest {

  @Test
  void a_commit_that_found_no_room_kept_nothing_and_a_lost_connection_leaves_it_open() {
    assertThat(Trouble.keepsNothing(sqlite(SQLiteErrorCode.SQLITE_FULL))).isTrue();
    assertThat(Trouble.keepsNothing(sqlite(SQLiteErrorCode.SQLITE_IOERR))).isFalse();
    assertThat(Trouble.keepsNothing(new SQLException("cut", "08006"))).isFalse();
  }

  private static SQLException sqlite(SQLiteErrorCode code) {
    return new SQLException(code.message, null, code.code);
  }
}
