package org.callboard.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.callboard.accounts.AccountStore.Kind;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Links for hosts, on every database. */
class HostLinksTest {
  @TempDir private Path folder;

  private final FakeTime time = new FakeTime();

  /** What is tried with links. */
  private interface Trial {
    void of(HostLinks links, Tokens tokens);
  }

  private void on(Kind kind, Trial trial) throws IOException {
    try (AccountStore store = AccountStore.of(kind, folder)) {
      Tokens tokens = new Tokens(store.source(), time);
      trial.of(new HostLinks(store.source(), tokens, time), tokens);
    }
  }

  private Instant in(Duration duration) {
    return time.instant().plus(duration);
  }

  @ParameterizedTest
  @EnumSource
  void a_link_makes_its_bearer_the_host_of_its_room(Kind kind) throws IOException {
    on(
        kind,
        (links, tokens) -> {
          HostLink.Made made = links.create("alcazar", "ada", in(Duration.ofHours(3)));
          Bearer bearer = tokens.find(made.token()).orElseThrow();
          assertThat(bearer.kind()).isEqualTo(Token.Kind.LINK);
          assertThat(bearer.account().name()).isEqualTo("host:alcazar");
          assertThat(bearer.account().role()).isEqualTo(AccountRole.HOST);
          assertThat(bearer.account().rooms()).isEqualTo(Set.of("alcazar"));
          assertThat(tokens.find(made.token().replace(made.token().charAt(9), '_'))).isEmpty();
        });
  }

  @ParameterizedTest
  @EnumSource
  void a_link_ends_by_itself_or_when_it_is_revoked(Kind kind) throws IOException {
    on(
        kind,
        (links, tokens) -> {
          HostLink.Made first = links.create("alcazar", "ada", in(Duration.ofHours(3)));
          HostLink.Made second = links.create("scala", "ada", in(Duration.ofHours(5)));
          assertThat(tokens.find(first.token())).isPresent();
          assertThat(links.revoke(first.link().id())).isTrue();
          assertThat(links.revoke(first.link().id())).isFalse();
          assertThat(tokens.find(first.token())).isEmpty();

          time.pass(Duration.ofHours(5));
          assertThat(tokens.find(second.token())).isEmpty();
          assertThat(links.list()).isEmpty();
        });
  }

  @ParameterizedTest
  @EnumSource
  void the_list_says_when_a_link_was_last_used_and_never_its_token(Kind kind) throws IOException {
    on(
        kind,
        (links, tokens) -> {
          HostLink.Made made = links.create("alcazar", "ada", in(Duration.ofDays(30)));
          assertThat(links.list()).isEqualTo(List.of(made.link()));
          time.pass(Duration.ofMinutes(2));
          tokens.find(made.token());
          assertThat(links.list().get(0).seen()).isEqualTo(Optional.of(time.instant()));
          assertThat(links.list() + " " + made).doesNotContain(made.token());
        });
  }

  @ParameterizedTest
  @EnumSource
  void an_end_that_has_passed_or_is_too_far_off_is_refused(Kind kind) throws IOException {
    on(
        kind,
        (links, tokens) -> {
          for (Duration end :
              List.of(Duration.ZERO, Duration.ofHours(-1), Duration.ofDays(30).plusSeconds(1))) {
            assertThatThrownBy(() -> links.create("alcazar", "ada", in(end)))
                .isInstanceOf(IllegalArgumentException.class);
          }
        });
  }

  @ParameterizedTest
  @EnumSource
  void nobody_can_have_an_account_under_the_name_of_a_link(Kind kind) throws IOException {
    try (AccountStore store = AccountStore.of(kind, folder)) {
      Accounts accounts = new Accounts(store.source(), new Tokens(store.source(), time));
      Account link = Account.ofLink("alcazar");
      assertThatThrownBy(() -> accounts.create(link, "correct horse battery"))
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> new Account("host:scala", AccountRole.HOST, Set.of("alcazar")))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
