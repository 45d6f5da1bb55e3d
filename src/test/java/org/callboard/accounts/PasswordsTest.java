package org.callboard.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.junit.jupiter.api.Test;

/** How passwords are hashed. */
class PasswordsTest {
  /** A hash that cost next to nothing, as an older release might have left it. */
  static String cheapHash(String password) {
    byte[] salt = new byte[16];
    byte[] hash = new byte[32];
    Argon2BytesGenerator generator = new Argon2BytesGenerator();
    generator.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withMemoryAsKB(64)
            .withIterations(1)
            .withParallelism(1)
            .withSalt(salt)
            .build());
    generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), hash);
    Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
    return "$argon2id$v=19$m=64,t=1,p=1$%s$%s"
        .formatted(base64.encodeToString(salt), base64.encodeToString(hash));
  }

  @Test
  void a_hash_of_another_program_is_understood() {
    // Made by the reference implementation: argon2 somesalt -id -t 2 -m 16 -p 1
    // (phc-winner-argon2).
    String reference =
        "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";

    assertThat(Passwords.matches("password", reference)).isTrue();
    assertThat(Passwords.matches("Password", reference)).isFalse();
    assertThat(Passwords.isDated(reference)).isTrue();
  }

  @Test
  void a_password_matches_its_hash_alone() {
    String hash = Passwords.hash("long enough ☕");

    assertThat(Passwords.matches("long enough ☕", hash)).isTrue();
    assertThat(Passwords.matches("long enough", hash)).isFalse();
    assertThat(Passwords.hash("long enough ☕")).isNotEqualTo(hash);
    assertThat(Passwords.isDated(hash)).isFalse();
  }

  @Test
  void a_letter_is_the_same_however_a_keyboard_writes_it() {
    assertThat(Passwords.matches("cafe\u0301 cafe\u0301", Passwords.hash("caf\u00e9 caf\u00e9")))
        .isTrue();
  }

  @Test
  void nobody_has_any_password() {
    assertThat(Passwords.matchesNobody("")).isFalse();
  }

  @Test
  void a_damaged_hash_is_said_and_not_shown() {
    assertThatThrownBy(() -> Passwords.matches("password", "$2y$10$abc"))
        .hasMessageContaining("not Argon2id")
        .hasMessageNotContaining("abc");
  }

  @Test
  void readable_passwords_and_tokens_do_not_repeat() {
    Set<String> made = new HashSet<>();
    for (int i = 0; i < 1_000; i++) {
      assertThat(made.add(Secrets.readablePassword())).isTrue();
      assertThat(made.add(Secrets.token())).isTrue();
    }
    assertThat(made).filteredOn(Secrets::isToken).hasSize(1_000);
  }
}
