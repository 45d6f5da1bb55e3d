package org.callboard.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Accounts and their tokens, in each database that they may live in. */
@ParameterizedClass
@EnumSource(AccountStore.Kind.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccountsTest {
  private static final String PASSWORD = "correct horse battery";
  private static final Outcome.Refused LAST_ADMIN = new Outcome.Refused(Outcome.Reason.LAST_ADMIN);
  private static final Outcome.Refused UNKNOWN = new Outcome.Refused(Outcome.Reason.UNKNOWN);
  private static final Outcome.Refused TAKEN = new Outcome.Refused(Outcome.Reason.TAKEN);
  private static final Account ADMIN = new Account("organiser", AccountRole.ADMIN, Set.of());
  private static final Account DUTY = new Account("night", AccountRole.DUTY, Set.of());
  private static final Account HOST = new Account("ines", AccountRole.HOST, Set.of("b", "a"));

  @Parameter private AccountStore.Kind kind;
  @TempDir private Path folder;
  private AccountStore store;
  private FakeTime time;
  private Tokens tokens;
  private Accounts accounts;

  @BeforeAll
  void open() {
    store = AccountStore.of(kind, folder);
  }

  @AfterAll
  void close() throws IOException {
    store.close();
  }

  @BeforeEach
  void empty() throws SQLException {
    try (Connection connection = store.source().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("delete from account_token");
      statement.execute("delete from account_room");
      statement.execute("delete from account");
    }
    time = new FakeTime();
    tokens = new Tokens(store.source(), time);
    accounts = new Accounts(store.source(), tokens);
  }

  private Issued login(String name) {
    return accounts.login(name, PASSWORD).orElseThrow();
  }

  private void assertHolds(Issued issued) {
    assertThat(tokens.find(issued.token()).map(Bearer::account)).hasValue(issued.account());
    assertThat(onAnotherNode().find(issued.token())).isPresent();
  }

  private void assertGone(Issued issued) {
    assertThat(tokens.find(issued.token())).isEmpty();
    assertThat(onAnotherNode().find(issued.token())).isEmpty();
  }

  private Tokens onAnotherNode() {
    return new Tokens(store.source(), time);
  }

  private static AccountEdit role(AccountRole role) {
    return new AccountEdit(Optional.of(role), Optional.empty(), Optional.empty());
  }

  private static AccountEdit password(String password) {
    return new AccountEdit(Optional.empty(), Optional.empty(), Optional.of(password));
  }

  @Test
  void the_first_start_makes_an_admin_whose_password_is_told_once() {
    String made = accounts.firstStart("organiser", Optional.empty()).orElseThrow();

    assertThat(made).matches("([a-hjkmnp-z2-9]{4}-){4}[a-hjkmnp-z2-9]{4}");
    assertThat(accounts.login("organiser", made)).isPresent();
    assertThat(accounts.list()).containsExactly(ADMIN);
    assertThat(accounts.firstStart("organiser", Optional.empty())).isEmpty();
    assertThat(accounts.firstStart("other", Optional.of("another"))).isEmpty();
    assertThat(accounts.list()).containsExactly(ADMIN);
  }

  @Test
  void the_first_password_may_be_given_however_short() {
    assertThat(accounts.firstStart("organiser", Optional.of("x"))).isEmpty();
    assertThat(accounts.login("organiser", "x")).isPresent();
  }

  @Test
  void nodes_that_start_at_once_make_one_first_account() throws Exception {
    List<Callable<Optional<String>>> starts = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      starts.add(() -> accounts.firstStart("organiser", Optional.empty()));
    }

    assertThat(atOnce(starts)).filteredOn(Optional::isPresent).hasSize(1);
    assertThat(accounts.list()).containsExactly(ADMIN);
  }

  private static <T> List<T> atOnce(List<Callable<T>> work) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(work.size());
    try {
      List<T> results = new ArrayList<>();
      for (Future<T> future : threads.invokeAll(work)) {
        results.add(future.get());
      }
      return results;
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void an_account_is_made_listed_changed_and_removed() {
    assertThat(accounts.create(ADMIN, PASSWORD)).isEqualTo(new Outcome.Done(ADMIN));
    assertThat(accounts.create(HOST, PASSWORD)).isEqualTo(new Outcome.Done(HOST));
    assertThat(accounts.create(HOST, PASSWORD)).isEqualTo(TAKEN);
    assertThat(accounts.list()).containsExactly(HOST, ADMIN);

    Account duty = new Account("ines", AccountRole.DUTY, Set.of());
    assertThat(accounts.change("ines", role(AccountRole.DUTY))).isEqualTo(new Outcome.Done(duty));
    assertThat(accounts.list()).containsExactly(duty, ADMIN);
    assertThat(accounts.remove("ines")).isEqualTo(new Outcome.Done(duty));
    assertThat(accounts.remove("ines")).isEqualTo(UNKNOWN);
    assertThat(accounts.change("ines", role(AccountRole.DUTY))).isEqualTo(UNKNOWN);
    assertThat(accounts.list()).containsExactly(ADMIN);
  }

  @Test
  void what_no_account_can_be_is_refused_and_nothing_is_changed() {
    accounts.create(HOST, PASSWORD);

    assertThatThrownBy(() -> accounts.create(DUTY, "123456789"))
        .hasMessage("A password has 10 to 200 characters.");
    assertThatThrownBy(() -> accounts.create(DUTY, "x".repeat(201)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () ->
                accounts.change(
                    "ines",
                    new AccountEdit(
                        Optional.of(AccountRole.DUTY),
                        Optional.of(Set.of("a")),
                        Optional.of("another password"))))
        .hasMessageContaining("Only a host is bound to rooms");
    assertThat(accounts.list()).containsExactly(HOST);
    assertThat(accounts.login("ines", PASSWORD)).isPresent();
  }

  @Test
  void the_last_admin_stays() {
    accounts.create(ADMIN, PASSWORD);
    accounts.create(DUTY, PASSWORD);

    assertThat(accounts.remove("organiser")).isEqualTo(LAST_ADMIN);
    assertThat(accounts.change("organiser", role(AccountRole.DUTY))).isEqualTo(LAST_ADMIN);
    accounts.change("night", role(AccountRole.ADMIN));
    assertThat(accounts.remove("organiser")).isEqualTo(new Outcome.Done(ADMIN));
    assertThat(accounts.remove("night")).isEqualTo(LAST_ADMIN);
  }

  @Test
  void admins_who_remove_each_other_at_once_leave_one() throws Exception {
    for (int round = 0; round < 5; round++) {
      List<Callable<Outcome>> removals = new ArrayList<>();
      for (String name : List.of("a", "b", "c", "d")) {
        accounts.create(new Account(name, AccountRole.ADMIN, Set.of()), PASSWORD);
        removals.add(() -> accounts.remove(name));
      }

      assertThat(atOnce(removals)).containsOnlyOnce(LAST_ADMIN);
      assertThat(accounts.list()).hasSize(1);
    }
  }

  @Test
  void only_the_right_password_of_an_account_logs_in() {
    accounts.create(ADMIN, PASSWORD);

    assertThat(accounts.login(" Organiser ", PASSWORD)).isPresent();
    assertThat(accounts.login("organiser", PASSWORD + " ")).isEmpty();
    assertThat(accounts.login("organiser", "")).isEmpty();
    assertThat(accounts.login("nobody", PASSWORD)).isEmpty();
    assertThat(accounts.login("' or 1=1 --", PASSWORD)).isEmpty();
    assertThat(accounts.login("x".repeat(5_000), PASSWORD)).isEmpty();
  }

  @Test
  void a_session_goes_on_while_it_is_used_and_ends_after_seven_days() {
    accounts.create(ADMIN, PASSWORD);
    Issued session = login("organiser");

    for (int i = 0; i < 15; i++) {
      time.pass(Duration.ofHours(11));
      assertHolds(session);
    }
    time.pass(Duration.ofHours(3));
    assertGone(session);
  }

  @Test
  void a_session_that_is_not_used_ends_after_twelve_hours() {
    accounts.create(ADMIN, PASSWORD);
    Issued session = login("organiser");

    time.pass(Duration.ofHours(12));
    assertGone(session);
  }

  @Test
  void what_is_remembered_still_ends_at_its_instant() {
    accounts.create(ADMIN, PASSWORD);
    Duration soon = Duration.ofSeconds(5);
    Issued brief = tokens.issue("organiser", "brief", time.instant().plus(soon)).orElseThrow();
    assertHolds(brief);
    assertThat(tokens.remembered(brief.token())).isPresent();

    time.pass(soon);
    assertThat(tokens.remembered(brief.token())).isEmpty();
    assertGone(brief);
  }

  @Test
  void a_token_for_a_script_ends_when_it_was_to_or_never() {
    accounts.create(ADMIN, PASSWORD);
    Issued week = tokens.issue("organiser", "week", time.instant().plus(Duration.ofDays(30))).get();
    Issued ever = tokens.issue("organiser", "ever").orElseThrow();

    time.pass(Duration.ofDays(29));
    assertHolds(week);
    assertThat(tokens.list("organiser"))
        .extracting(Token::label)
        .containsExactlyInAnyOrder("week", "ever");
    time.pass(Duration.ofDays(1));
    assertGone(week);
    time.pass(Duration.ofDays(10_000));
    assertHolds(ever);
    assertThat(tokens.list("organiser")).extracting(Token::label).containsExactly("ever");
  }

  @Test
  void no_token_is_made_for_nobody_or_for_the_past() {
    accounts.create(ADMIN, PASSWORD);

    assertThat(tokens.issue("nobody", "label")).isEmpty();
    assertThatThrownBy(() -> tokens.issue("organiser", "late", time.instant()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> tokens.issue("organiser", "x".repeat(81)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(tokens.list("organiser")).isEmpty();
  }

  @Test
  void a_revoked_token_is_refused_at_once_here_and_soon_elsewhere() {
    accounts.create(ADMIN, PASSWORD);
    Issued session = login("organiser");
    Tokens elsewhere = onAnotherNode();
    assertThat(elsewhere.find(session.token())).isPresent();
    assertHolds(session);

    assertThat(tokens.revoke(session.id())).isTrue();
    assertThat(tokens.revoke(session.id())).isFalse();
    assertGone(session);
    time.pass(Duration.ofSeconds(10));
    assertThat(elsewhere.find(session.token())).isEmpty();
  }

  @Test
  void all_tokens_of_an_account_are_revoked_and_no_others() {
    accounts.create(ADMIN, PASSWORD);
    accounts.create(DUTY, PASSWORD);
    Issued session = login("organiser");
    Issued script = tokens.issue("organiser", "script").orElseThrow();
    Issued other = login("night");

    tokens.revokeAll("organiser");

    assertGone(session);
    assertGone(script);
    assertHolds(other);
  }

  @Test
  void a_new_password_ends_the_sessions_and_leaves_the_scripts() {
    accounts.create(ADMIN, PASSWORD);
    Issued session = login("organiser");
    Issued script = tokens.issue("organiser", "script").orElseThrow();
    assertHolds(session);

    accounts.change("organiser", password("another password"));

    assertGone(session);
    assertHolds(script);
    assertThat(accounts.login("organiser", PASSWORD)).isEmpty();
    assertThat(accounts.login("organiser", "another password")).isPresent();
  }

  @Test
  void whoever_changes_their_own_password_stays_logged_in_there_alone() {
    accounts.create(ADMIN, PASSWORD);
    Issued here = login("organiser");
    Issued elsewhere = login("organiser");

    accounts.changePassword("organiser", "another password", here.id());

    assertHolds(here);
    assertGone(elsewhere);
  }

  @Test
  void a_changed_role_counts_at_once() {
    accounts.create(ADMIN, PASSWORD);
    accounts.create(HOST, PASSWORD);
    Issued session = login("ines");
    assertHolds(session);

    accounts.change("ines", role(AccountRole.ORGANISER));

    assertThat(tokens.find(session.token()).orElseThrow().account())
        .isEqualTo(new Account("ines", AccountRole.ORGANISER, Set.of()));
  }

  @Test
  void an_account_made_anew_inherits_no_token() {
    accounts.create(ADMIN, PASSWORD);
    accounts.create(DUTY, PASSWORD);
    Issued session = login("night");
    assertHolds(session);

    accounts.remove("night");
    assertGone(session);
    accounts.create(DUTY, PASSWORD);
    assertGone(session);
  }

  @Test
  void the_database_holds_neither_password_nor_token() throws SQLException {
    accounts.create(ADMIN, PASSWORD);
    Issued session = login("organiser");

    try (Connection connection = store.source().getConnection();
        Statement statement = connection.createStatement();
        var row = statement.executeQuery("select hash, digest from account, account_token")) {
      assertThat(row.next()).isTrue();
      assertThat(row.getString(1)).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
      assertThat(row.getString(1)).doesNotContain(PASSWORD);
      assertThat(row.getString(2)).doesNotContain(session.token()).hasSize(64);
    }
  }

  @Test
  void a_dated_hash_still_logs_in_and_is_made_anew() throws SQLException {
    accounts.create(ADMIN, PASSWORD);
    String dated = PasswordsTest.cheapHash(PASSWORD);
    try (Connection connection = store.source().getConnection()) {
      AccountDatabase.update(connection, "update account set hash = ?", dated);
    }

    login("organiser");
    try (Connection connection = store.source().getConnection()) {
      String now = StoredAccount.named(connection, "organiser").orElseThrow().hash();
      assertThat(now).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    }
    login("organiser");
  }

  @Test
  void nothing_that_is_printed_tells_a_secret() {
    accounts.create(ADMIN, PASSWORD);
    Issued session = login("organiser");

    assertThat(session.toString()).doesNotContain(session.token());
    assertThat(password(PASSWORD).toString()).doesNotContain(PASSWORD);
    assertThat(new StoredAccount("id", ADMIN, "$argon2id$").toString()).doesNotContain("argon");
  }
}
