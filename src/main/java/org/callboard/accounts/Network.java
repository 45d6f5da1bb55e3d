package org.callboard.accounts;

import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/** The network that an address is counted under. */
final class Network {
  private static final int PREFIX_BYTES = 8;
  private static final int LONGEST = 64;

  private Network() {}

  /** An IPv6 address counts as its /64, all of which is one customer's; others as themselves. */
  static String of(String address) {
    byte[] bytes = NetUtil.createByteArrayFromIpAddressString(address);
    if (bytes == null) {
      return address.substring(0, Math.min(LONGEST, address.length()));
    }
    byte[] plain = withoutMapping(bytes);
    return HexFormat.of().formatHex(plain.length > 4 ? Arrays.copyOf(plain, PREFIX_BYTES) : plain);
  }

  /** An IPv4 address written as IPv6 (RFC 4291 §2.5.5.2) is the IPv4 address. */
  private static byte[] withoutMapping(byte[] bytes) {
    try {
      return InetAddress.getByAddress(bytes).getAddress();
    } catch (UnknownHostException wrongLength) {
      throw new IllegalStateException("An address has 4 or 16 bytes.", wrongLength);
    }
  }
}
