package org.callboard.accounts;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.StringJoiner;
import java.util.regex.Pattern;

/** What nobody can guess, and what is kept of it. */
final class Secrets {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int TOKEN_BYTES = 32;
  private static final int ID_BYTES = 12;
  private static final Pattern TOKEN = Pattern.compile("cb_[A-Za-z0-9_-]{43}");

  /** Without i, l, o, 0 and 1, which are read for one another. */
  private static final String READABLE = "abcdefghjkmnpqrstuvwxyz23456789";

  private static final int GROUPS = 5;
  private static final int GROUP_LENGTH = 4;

  private Secrets() {}

  /** 256 bits, marked so that one that was left lying about is recognised. */
  static String token() {
    return "cb_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(TOKEN_BYTES));
  }

  static boolean isToken(String text) {
    return TOKEN.matcher(text).matches();
  }

  static String id() {
    return HexFormat.of().formatHex(bytes(ID_BYTES));
  }

  /** A password of 99 bits that can be read from a screen and typed: {@code abcd-efgh-…}. */
  static String readablePassword() {
    StringJoiner groups = new StringJoiner("-");
    for (int i = 0; i < GROUPS; i++) {
      groups.add(readableGroup());
    }
    return groups.toString();
  }

  private static String readableGroup() {
    StringBuilder group = new StringBuilder();
    for (int i = 0; i < GROUP_LENGTH; i++) {
      group.append(oneOf(READABLE));
    }
    return group.toString();
  }

  static char oneOf(String letters) {
    return letters.charAt(RANDOM.nextInt(letters.length()));
  }

  static byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    RANDOM.nextBytes(bytes);
    return bytes;
  }

  /** What is kept of a token: it has 256 bits, so a fast digest is enough. */
  static String digest(String token) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha256.digest(token.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("Every JDK has SHA-256.", missing);
    }
  }
}
