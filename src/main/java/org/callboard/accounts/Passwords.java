package org.callboard.accounts;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.text.Normalizer;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Passwords hashed with Argon2id (RFC 9106), written as PHC strings, so that a hash keeps saying
 * what it cost when later ones cost more. One hash takes tens of milliseconds and 19 MiB, so
 * whoever calls bounds how many run at once.
 */
final class Passwords {
  private static final int SHORTEST = 10;
  private static final int LONGEST = 200;

  private static final int MEMORY_KIB = 19 * 1024;
  private static final int PASSES = 2;
  private static final int LANES = 1;
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;

  private static final Pattern PHC =
      Pattern.compile("\\$argon2id\\$v=19\\$m=(\\d+),t=(\\d+),p=(\\d+)\\$([^$]+)\\$([^$]+)");

  /** Compared with when there is no such account, so that it takes as long as when there is. */
  private static final String NOBODYS = hash(Secrets.readablePassword());

  private Passwords() {}

  /**
   * Holds a new password to its limits.
   *
   * @throws IllegalArgumentException when it is too short or too long
   */
  static void requireAcceptable(String password) {
    int length = password.codePointCount(0, password.length());
    if (length < SHORTEST || length > LONGEST || password.isBlank()) {
      throw new IllegalArgumentException(
          "A password has %d to %d characters.".formatted(SHORTEST, LONGEST));
    }
  }

  static String hash(String password) {
    byte[] salt = Secrets.bytes(SALT_BYTES);
    byte[] hash = argon2id(password, salt, MEMORY_KIB, PASSES, LANES, HASH_BYTES);
    return prefix() + base64(salt) + "$" + base64(hash);
  }

  static boolean matches(String password, String phc) {
    Matcher parts = PHC.matcher(phc);
    if (!parts.matches()) {
      throw new IllegalStateException("A stored password hash is not Argon2id in PHC form.");
    }
    byte[] expected = Base64.getDecoder().decode(parts.group(5));
    byte[] hash =
        argon2id(
            password,
            Base64.getDecoder().decode(parts.group(4)),
            Integer.parseInt(parts.group(1)),
            Integer.parseInt(parts.group(2)),
            Integer.parseInt(parts.group(3)),
            expected.length);
    return MessageDigest.isEqual(expected, hash);
  }

  /** Takes as long as a comparison, and fails. */
  static boolean matchesNobody(String password) {
    return matches(password, NOBODYS) && false;
  }

  /** Whether the hash was made with other parameters than new ones are. */
  static boolean isDated(String phc) {
    return !phc.startsWith(prefix());
  }

  private static String prefix() {
    return "$argon2id$v=19$m=%d,t=%d,p=%d$".formatted(MEMORY_KIB, PASSES, LANES);
  }

  private static byte[] argon2id(
      String password, byte[] salt, int memoryKib, int passes, int lanes, int length) {
    Argon2BytesGenerator generator = new Argon2BytesGenerator();
    generator.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(memoryKib)
            .withIterations(passes)
            .withParallelism(lanes)
            .withSalt(salt)
            .build());
    byte[] hash = new byte[length];
    generator.generateBytes(bytes(password), hash);
    return hash;
  }

  /** In NFC (RFC 8265 §4.2), for keyboards write the same letter in two ways. */
  private static byte[] bytes(String password) {
    return Normalizer.normalize(password, Normalizer.Form.NFC).getBytes(StandardCharsets.UTF_8);
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().withoutPadding().encodeToString(bytes);
  }
}
