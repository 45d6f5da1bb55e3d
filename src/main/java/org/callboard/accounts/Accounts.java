package org.callboard.accounts;

import static org.callboard.accounts.AccountDatabase.update;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;

/** Who may log in. Any thread may call; every call blocks, and those with a password for long. */
public final class Accounts {
  private static final String NO_SESSION = "";

  private final AccountDatabase database;
  private final Tokens tokens;

  public Accounts(DataSource source, Tokens tokens) {
    this.database = new AccountDatabase(source);
    this.tokens = tokens;
  }

  /**
   * Makes the first admin when there is no account at all, once in a cluster.
   *
   * @param password the password to have, which is held to no limits; without it one is made up
   * @return the password that was made up, the only time that it is known
   */
  public Optional<String> firstStart(String name, Optional<String> password) {
    if (!list().isEmpty()) {
      return Optional.empty();
    }
    String chosen = password.orElseGet(Secrets::readablePassword);
    StoredAccount first = stored(new Account(name, AccountRole.ADMIN, Set.of()), chosen);
    boolean isFirst = database.writing(connection -> insertFirst(connection, first));
    return isFirst && password.isEmpty() ? Optional.of(chosen) : Optional.empty();
  }

  private static boolean insertFirst(Connection connection, StoredAccount first)
      throws SQLException {
    if (!StoredAccount.all(connection).isEmpty()) {
      return false;
    }
    first.insert(connection);
    return true;
  }

  /** Makes a password of 99 bits that can be read out and typed. */
  public static String readablePassword() {
    return Secrets.readablePassword();
  }

  public List<Account> list() {
    return database.reading(StoredAccount::all).stream().map(StoredAccount::account).toList();
  }

  public boolean exists(String name) {
    return database.reading(connection -> StoredAccount.named(connection, name)).isPresent();
  }

  /**
   * Makes an account; refused when its name is taken.
   *
   * @throws IllegalArgumentException when the name is no account's, or the password is too short or
   *     too long
   */
  public Outcome create(Account account, String password) {
    Account.requireName(account.name());
    Passwords.requireAcceptable(password);
    StoredAccount made = stored(account, password);
    return database.writing(
        connection -> {
          if (StoredAccount.named(connection, account.name()).isPresent()) {
            return new Outcome.Refused(Outcome.Reason.TAKEN);
          }
          made.insert(connection);
          return new Outcome.Done(account);
        });
  }

  private static StoredAccount stored(Account account, String password) {
    return new StoredAccount(Secrets.id(), account, Passwords.hash(password));
  }

  /**
   * Changes an account; refused when there is none, or when no admin would be left. A new password
   * ends its sessions; tokens for scripts go on.
   *
   * @throws IllegalArgumentException when the account or the password cannot be so
   */
  public Outcome change(String name, AccountEdit edit) {
    return change(name, edit, NO_SESSION);
  }

  /** Changes a password as its owner does, who stays logged in. */
  public Outcome changePassword(String name, String password, String ownTokenId) {
    AccountEdit edit = new AccountEdit(Optional.empty(), Optional.empty(), Optional.of(password));
    return change(name, edit, ownTokenId);
  }

  private Outcome change(String name, AccountEdit edit, String tokenToKeep) {
    edit.password().ifPresent(Passwords::requireAcceptable);
    Optional<String> hash = edit.password().map(Passwords::hash);
    Outcome outcome =
        database.writing(
            connection -> {
              Optional<StoredAccount> found = StoredAccount.named(connection, name);
              if (found.isEmpty()) {
                return new Outcome.Refused(Outcome.Reason.UNKNOWN);
              }
              StoredAccount before = found.get();
              Account after = edit.of(before.account());
              if (after.role() != AccountRole.ADMIN && before.isLastAdmin(connection)) {
                return new Outcome.Refused(Outcome.Reason.LAST_ADMIN);
              }
              new StoredAccount(before.id(), after, hash.orElse(before.hash())).replace(connection);
              if (hash.isPresent()) {
                Tokens.endSessions(connection, before, tokenToKeep);
              }
              return new Outcome.Done(after);
            });
    tokens.forget();
    return outcome;
  }

  /** Removes an account with all its tokens; refused when it is the last admin. */
  public Outcome remove(String name) {
    Outcome outcome =
        database.writing(
            connection -> {
              Optional<StoredAccount> found = StoredAccount.named(connection, name);
              if (found.isEmpty()) {
                return new Outcome.Refused(Outcome.Reason.UNKNOWN);
              }
              if (found.get().isLastAdmin(connection)) {
                return new Outcome.Refused(Outcome.Reason.LAST_ADMIN);
              }
              found.get().delete(connection);
              return new Outcome.Done(found.get().account());
            });
    tokens.forget();
    return outcome;
  }

  /** Whether this is the account's password; takes as long when there is no such account. */
  public boolean verify(String name, String password) {
    return verified(name, password).isPresent();
  }

  /** Begins a session; empty when the name or the password is wrong, and does not say which. */
  public Optional<Issued> login(String name, String password) {
    return verified(name, password).flatMap(account -> open(account, password));
  }

  private Optional<StoredAccount> verified(String typed, String password) {
    String name = Account.nameIn(typed);
    Optional<StoredAccount> found =
        Account.isName(name)
            ? database.reading(connection -> StoredAccount.named(connection, name))
            : Optional.empty();
    boolean matches =
        found
            .map(account -> Passwords.matches(password, account.hash()))
            .orElseGet(() -> Passwords.matchesNobody(password));
    return found.filter(account -> matches);
  }

  /** Only if the password is still the one compared with: it may have been changed meanwhile. */
  private Optional<Issued> open(StoredAccount verified, String password) {
    Optional<String> better =
        Passwords.isDated(verified.hash())
            ? Optional.of(Passwords.hash(password))
            : Optional.empty();
    return database.writing(
        connection -> {
          Optional<StoredAccount> now = StoredAccount.withId(connection, verified.id());
          if (now.isEmpty() || !now.get().hash().equals(verified.hash())) {
            return Optional.empty();
          }
          if (better.isPresent()) {
            String sql = "update account set hash = ? where id = ?";
            update(connection, sql, better.get(), verified.id());
          }
          return Optional.of(tokens.open(connection, now.get()));
        });
  }
}
