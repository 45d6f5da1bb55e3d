package org.callboard.cluster;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What the nodes' shared secret does: a message carries an HMAC-SHA256 (RFC 2104) of it, and the
 * name under which nodes find each other is made of it. It hides nothing.
 */
record Signing(Optional<String> secret) {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int MAC_BYTES = 32;

  /** Without a secret a message is still told from noise. */
  private static final String NO_SECRET = "callboard";

  /** The name that Hazelcast compares when a node asks to join. */
  static String clusterName(String name, Optional<String> secret) {
    byte[] mac = new Signing(secret).mac(name.getBytes(StandardCharsets.UTF_8));
    return name + "-" + HexFormat.of().formatHex(mac, 0, 8);
  }

  Buffer sign(JsonObject message) {
    byte[] text = message.encode().getBytes(StandardCharsets.UTF_8);
    return Buffer.buffer(MAC_BYTES + text.length).appendBytes(mac(text)).appendBytes(text);
  }

  /** The message of a sender who has the secret; empty for any other. */
  Optional<JsonObject> verified(Buffer signed) {
    byte[] bytes = signed.getBytes();
    if (bytes.length < MAC_BYTES) {
      return Optional.empty();
    }
    byte[] text = Arrays.copyOfRange(bytes, MAC_BYTES, bytes.length);
    boolean isOurs = MessageDigest.isEqual(mac(text), Arrays.copyOf(bytes, MAC_BYTES));
    return isOurs ? json(text) : Optional.empty();
  }

  private static Optional<JsonObject> json(byte[] text) {
    try {
      return Optional.of(new JsonObject(new String(text, StandardCharsets.UTF_8)));
    } catch (DecodeException malformed) {
      return Optional.empty();
    }
  }

  private byte[] mac(byte[] text) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      byte[] key = secret.orElse(NO_SECRET).getBytes(StandardCharsets.UTF_8);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      return mac.doFinal(text);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has " + ALGORITHM, e);
    }
  }
}
