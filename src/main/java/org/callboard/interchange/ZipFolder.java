package org.callboard.interchange;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/**
 * A zip file in memory. Nothing of it is ever written to a path, so names of entries lead nowhere.
 */
final class ZipFolder {
  static final int MOST_ENTRIES = 4_000;
  static final long MOST_BYTES = 192L * 1024 * 1024;

  private static final int CHUNK = 64 * 1024;

  private final byte[] bytes;
  private final Map<String, Long> sizes = new HashMap<>();

  private ZipFolder(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * Opens it after it was unpacked once without keeping anything, to see how much there is.
   *
   * @throws UnreadableProgramme where it is damaged, locked or unpacks to too much
   */
  static ZipFolder of(byte[] bytes) throws UnreadableProgramme {
    ZipFolder folder = new ZipFolder(bytes);
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      folder.measure(zip);
    } catch (IOException | IllegalArgumentException e) {
      throw new UnreadableProgramme(
          0, "the file is damaged or was not copied whole: save it again, or export it as CSV");
    }
    return folder;
  }

  private void measure(ZipInputStream zip) throws IOException, UnreadableProgramme {
    byte[] chunk = new byte[CHUNK];
    long sum = 0;
    int entries = 0;
    for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      long before = sum;
      entries++;
      for (int read = zip.read(chunk); read >= 0; read = zip.read(chunk)) {
        sum += read;
        requireBounds(entries, sum);
      }
      sizes.put(entry.getName(), sum - before);
      requireBounds(entries, sum);
    }
    if (entries == 0) {
      throw new ZipException("no entry");
    }
  }

  private static void requireBounds(int entries, long sum) throws UnreadableProgramme {
    if (entries > MOST_ENTRIES || sum > MOST_BYTES) {
      throw new UnreadableProgramme(
          0, "the file unpacks to far more than a programme needs: export the sheet as CSV");
    }
  }

  /** How many bytes an entry unpacks to, 0 where there is none. */
  long size(String name) {
    return sizes.getOrDefault(name, 0L);
  }

  /** How many bytes all of it unpacks to. */
  long size() {
    return sizes.values().stream().mapToLong(Long::longValue).sum();
  }

  /**
   * Whether the bytes are a zip that may have an entry of this name: names stand in it
   * uncompressed, so nothing has to be unpacked for a cheap look.
   */
  static boolean mentions(Source source, String name) {
    byte[] bytes = source.bytes();
    byte[] wanted = name.getBytes(StandardCharsets.US_ASCII);
    if (!source.startsWith('P', 'K', 3, 4)) {
      return false;
    }
    for (int i = 0; i + wanted.length <= bytes.length; i++) {
      if (bytes[i] == wanted[0]
          && Arrays.mismatch(bytes, i, i + wanted.length, wanted, 0, wanted.length) < 0) {
        return true;
      }
    }
    return false;
  }

  /** The stream of one entry; who asks closes it. */
  Optional<InputStream> open(String name) throws IOException {
    ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes));
    for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      if (entry.getName().equals(name)) {
        return Optional.of(zip);
      }
    }
    zip.close();
    return Optional.empty();
  }
}
