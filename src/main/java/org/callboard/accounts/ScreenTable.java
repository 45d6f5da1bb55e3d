package org.callboard.accounts;

import static org.callboard.accounts.AccountDatabase.prepare;
import static org.callboard.accounts.AccountDatabase.update;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.callboard.accounts.PairedScreen.Assignment;

/** The table of the screens that follow an assignment, or did. */
final class ScreenTable {
  private static final String ASSIGNED =
      "name = ?, role = ?, room = ?, rooms = ?, languages = ?, mode = ?, turn = ?, distance = ?,"
          + " diagonal = ?, theme = ?, night = ?, off_hours = ?";

  private ScreenTable() {}

  /** A row, which a screen that was unpaired keeps. */
  record Row(PairedScreen screen, boolean isUnpaired) {}

  /** The screen that showed a code is paired, by the secret that it has. */
  static void insert(Connection connection, String id, Instant now) throws SQLException {
    update(
        connection,
        "insert into paired_screen (id, digest, name, role, room, theme, created_at, unpaired_at)"
            + " select id, digest, '', '', '', '', "
            + now.toEpochMilli()
            + ", 0 from pairing where id = ?",
        id);
  }

  static void assign(Connection connection, String id, Assignment to) throws SQLException {
    update(
        connection,
        "update paired_screen set " + ASSIGNED + " where id = ? and unpaired_at = 0",
        to.name(),
        to.role(),
        to.room(),
        String.join(",", to.rooms()),
        String.join(",", to.languages()),
        to.mode(),
        to.turn(),
        to.distance(),
        to.diagonal(),
        to.theme(),
        to.night(),
        String.join(",", to.off()),
        id);
  }

  static int seen(Connection connection, String id, Instant now) throws SQLException {
    return update(
        connection, "update paired_screen set seen_at = ? where id = ?", now.toEpochMilli(), id);
  }

  static Optional<PairedScreen> paired(Connection connection, String id) throws SQLException {
    return rows(connection, "where id = ? and unpaired_at = 0", id).stream()
        .findFirst()
        .map(Row::screen);
  }

  static List<Row> rows(Connection connection, String which, Object... values) throws SQLException {
    List<Row> rows = new ArrayList<>();
    try (PreparedStatement statement =
            prepare(connection, "select * from paired_screen " + which, values);
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        rows.add(new Row(screen(row), row.getLong("unpaired_at") > 0));
      }
    }
    return rows;
  }

  private static PairedScreen screen(ResultSet row) throws SQLException {
    long seen = row.getLong("seen_at");
    return new PairedScreen(
        row.getString("id"),
        new Assignment(
            row.getString("name"),
            row.getString("role"),
            row.getString("room"),
            list(row.getString("rooms")),
            list(row.getString("languages")),
            row.getString("mode"),
            row.getInt("turn"),
            row.getInt("distance"),
            row.getDouble("diagonal"),
            row.getString("theme"),
            row.getString("night"),
            list(row.getString("off_hours"))),
        Instant.ofEpochMilli(row.getLong("created_at")),
        seen > 0 ? Optional.of(Instant.ofEpochMilli(seen)) : Optional.empty());
  }

  private static List<String> list(String text) {
    return text.isEmpty() ? List.of() : List.of(text.split(","));
  }
}
