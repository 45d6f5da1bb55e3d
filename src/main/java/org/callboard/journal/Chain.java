package org.callboard.journal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The digests of a journal, each over the one before it, the revision and the body: a row that was
 * changed, taken out or put in between does not fit.
 */
final class Chain {
  /** What stands before the first entry. */
  static final String START = "0".repeat(64);

  private Chain() {}

  /** SHA-256 in lower-case hexadecimal digits (FIPS 180-4). */
  static String next(String previous, long revision, String body) {
    MessageDigest digest = sha256();
    digest.update(previous.getBytes(StandardCharsets.US_ASCII));
    digest.update(ByteBuffer.allocate(Long.BYTES).putLong(revision).flip());
    digest.update(body.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
