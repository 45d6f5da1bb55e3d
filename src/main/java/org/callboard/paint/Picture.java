package org.callboard.paint;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * One drawn image.
 *
 * @param tag names its very bytes
 */
public record Picture(byte[] png, String tag) {
  private static final int TAG_BYTES = 12;

  static Picture of(byte[] png) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(png);
      return new Picture(png, HexFormat.of().formatHex(Arrays.copyOf(digest, TAG_BYTES)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java has SHA-256", impossible);
    }
  }
}
