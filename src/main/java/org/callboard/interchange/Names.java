package org.callboard.interchange;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The names by which other programs know what is in a programme: the same for the same event and
 * id, whenever and wherever they are made (RFC 9562 §5.5, UUID version 5).
 */
final class Names {
  /** RFC 9562 §6.6. */
  private static final UUID OF_ADDRESSES = UUID.fromString("6ba7b811-9dad-11d1-80b4-00c04fd430c8");

  private static final Pattern UUID_TEXT =
      Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

  private final UUID event;

  Names(String identity) {
    this.event = of(OF_ADDRESSES, "callboard:" + identity);
  }

  /** A session that came with such a name keeps it. */
  UUID session(String id) {
    return UUID_TEXT.matcher(id).matches() ? UUID.fromString(id) : of(event, "session:" + id);
  }

  /** A session as it is in one of several rooms. */
  UUID sessionIn(String id, String room) {
    return of(session(id), room);
  }

  UUID room(String id) {
    return of(event, "room:" + id);
  }

  UUID person(String name) {
    return of(event, "person:" + name);
  }

  /** A positive whole number for formats that want one; two rarely have the same. */
  static int number(UUID name) {
    int number = (int) (name.getMostSignificantBits() >>> 32) & Integer.MAX_VALUE;
    return Math.max(number, 1);
  }

  private static UUID of(UUID space, String name) {
    byte[] text = name.getBytes(StandardCharsets.UTF_8);
    ByteBuffer both = ByteBuffer.allocate(16 + text.length);
    both.putLong(space.getMostSignificantBits()).putLong(space.getLeastSignificantBits()).put(text);
    ByteBuffer hash = ByteBuffer.wrap(sha1().digest(both.array()));
    long high = hash.getLong() & ~0xF000L | 0x5000L;
    long low = hash.getLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L;
    return new UUID(high, low);
  }

  private static MessageDigest sha1() {
    try {
      return MessageDigest.getInstance("SHA-1");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java has SHA-1", impossible);
    }
  }
}
