package org.callboard.accounts;

import static org.callboard.accounts.AccountDatabase.prepare;
import static org.callboard.accounts.AccountDatabase.update;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * An account as its tables hold it. The id is new for each account, so that one made later under
 * the same name inherits nothing.
 */
record StoredAccount(String id, Account account, String hash) {

  static Optional<StoredAccount> named(Connection connection, String name) throws SQLException {
    return all(connection, "where name = ?", name).stream().findFirst();
  }

  static Optional<StoredAccount> withId(Connection connection, String id) throws SQLException {
    return all(connection, "where id = ?", id).stream().findFirst();
  }

  static List<StoredAccount> all(Connection connection) throws SQLException {
    return all(connection, "order by name");
  }

  private static List<StoredAccount> all(Connection connection, String which, Object... values)
      throws SQLException {
    List<StoredAccount> accounts = new ArrayList<>();
    String sql = "select id, name, role, hash from account " + which;
    try (PreparedStatement statement = prepare(connection, sql, values);
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        String id = row.getString("id");
        AccountRole role = AccountRole.ofWord(row.getString("role")).orElseThrow();
        Account account = new Account(row.getString("name"), role, rooms(connection, id));
        accounts.add(new StoredAccount(id, account, row.getString("hash")));
      }
    }
    return accounts;
  }

  private static Set<String> rooms(Connection connection, String id) throws SQLException {
    Set<String> rooms = new TreeSet<>();
    String sql = "select room from account_room where account_id = ?";
    try (PreparedStatement statement = prepare(connection, sql, id);
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        rooms.add(row.getString("room"));
      }
    }
    return rooms;
  }

  /** Whether no admin is left without this account. */
  boolean isLastAdmin(Connection connection) throws SQLException {
    return account.role() == AccountRole.ADMIN
        && all(connection, "where role = ?", AccountRole.ADMIN.word()).size() == 1;
  }

  void insert(Connection connection) throws SQLException {
    update(
        connection,
        "insert into account (id, name, role, hash) values (?, ?, ?, ?)",
        id,
        account.name(),
        account.role().word(),
        hash);
    insertRooms(connection);
  }

  void replace(Connection connection) throws SQLException {
    String sql = "update account set role = ?, hash = ? where id = ?";
    update(connection, sql, account.role().word(), hash, id);
    update(connection, "delete from account_room where account_id = ?", id);
    insertRooms(connection);
  }

  private void insertRooms(Connection connection) throws SQLException {
    for (String room : account.rooms()) {
      update(connection, "insert into account_room (account_id, room) values (?, ?)", id, room);
    }
  }

  void delete(Connection connection) throws SQLException {
    update(connection, "delete from account_token where account_id = ?", id);
    update(connection, "delete from account_room where account_id = ?", id);
    update(connection, "delete from account where id = ?", id);
  }

  @Override
  public String toString() {
    return "StoredAccount[id=%s, account=%s]".formatted(id, account);
  }
}
