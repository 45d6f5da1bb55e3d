package org.callboard.interchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Whatever bytes a file has, reading it gives a reading or says why not, and soon: every fixture of
 * every format is damaged in many ways. More rounds by {@code -Dcallboard.fuzz.rounds=N}, another
 * beginning by {@code -Dcallboard.fuzz.seed=N}.
 */
class AnyBytesTest {
  private static final int ROUNDS = Integer.getInteger("callboard.fuzz.rounds", 60);
  private static final long SEED = Long.getLong("callboard.fuzz.seed", 20171116L);
  private static final Duration SOON = Duration.ofSeconds(5);
  private static final List<String> SPLICES =
      List.of(
          "<",
          ">",
          "&",
          "&lol;",
          "\"",
          "{",
          "}",
          "[",
          "]",
          ",",
          ":",
          "null",
          "\u0000",
          "\uFEFF",
          "<!--",
          "]]>",
          "<![CDATA[",
          "<event>",
          "</event>",
          "-1",
          "99999999999999999999",
          "24:00",
          "2024-02-30T25:61",
          "+99:99",
          "PT9999999999H",
          "\r",
          "\n\n",
          "BEGIN:VEVENT",
          "RRULE:",
          "\u202E",
          "\uD800",
          "1e999",
          "0000-00-00",
          "=1+1",
          ";;;;");

  @TestFactory
  Stream<DynamicTest> a_damaged_file_is_read_or_refused() throws IOException {
    List<Path> fixtures = fixtures();
    return fixtures.stream()
        .map(
            file ->
                DynamicTest.dynamicTest(
                    file.getFileName().toString(), () -> damage(fixtures, file)));
  }

  private static void damage(List<Path> fixtures, Path file) throws IOException {
    byte[] whole = Files.readAllBytes(file);
    Random random = new Random(SEED + file.getFileName().toString().hashCode());
    byte[] other = Files.readAllBytes(fixtures.get(random.nextInt(fixtures.size())));
    for (int round = 0; round < ROUNDS; round++) {
      byte[] damaged = damaged(whole, other, random);
      long began = System.nanoTime();
      try {
        assertThat(Programmes.read("x", damaged, Optional.empty()).programme().sessions())
            .isNotEmpty();
      } catch (UnreadableProgramme refused) {
        assertThat(refused.getMessage()).isNotBlank();
      } catch (RuntimeException | Error wrong) {
        throw new AssertionError(
            "round=" + round + " seed=" + SEED + " source=" + shown(damaged), wrong);
      }
      assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(SOON);
    }
  }

  private static byte[] damaged(byte[] whole, byte[] other, Random random) {
    byte[] bytes = whole;
    int wounds = 1 + random.nextInt(4);
    for (int i = 0; i < wounds; i++) {
      bytes = wounded(bytes, other, random);
    }
    return bytes;
  }

  private static byte[] wounded(byte[] bytes, byte[] other, Random random) {
    if (bytes.length == 0) {
      return other;
    }
    int at = random.nextInt(bytes.length);
    int to = Math.min(bytes.length, at + 1 + random.nextInt(40));
    return switch (random.nextInt(7)) {
      case 0 -> flipped(bytes, at, random);
      case 1 -> joined(bytes, at, new byte[0], bytes.length);
      case 2 -> joined(bytes, at, new byte[0], to);
      case 3 -> joined(bytes, at, part(bytes, at, to), at);
      case 4 -> joined(bytes, at, splice(random), random.nextBoolean() ? at : to);
      case 5 -> joined(bytes, at, part(other, 0, random.nextInt(other.length)), at);
      default -> figures(bytes, at, random);
    };
  }

  private static byte[] flipped(byte[] bytes, int at, Random random) {
    byte[] flipped = bytes.clone();
    flipped[at] ^= (byte) (1 << random.nextInt(8));
    return flipped;
  }

  /** Another figure in the place of one, since dates and times are made of them. */
  private static byte[] figures(byte[] bytes, int from, Random random) {
    byte[] changed = bytes.clone();
    for (int i = from; i < Math.min(changed.length, from + 200); i++) {
      if (changed[i] >= '0' && changed[i] <= '9' && random.nextInt(4) == 0) {
        changed[i] = (byte) ('0' + random.nextInt(10));
      }
    }
    return changed;
  }

  private static byte[] splice(Random random) {
    return SPLICES.get(random.nextInt(SPLICES.size())).getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] joined(byte[] bytes, int to, byte[] middle, int from) {
    byte[] joined = new byte[to + middle.length + bytes.length - from];
    System.arraycopy(bytes, 0, joined, 0, to);
    System.arraycopy(middle, 0, joined, to, middle.length);
    System.arraycopy(bytes, from, joined, to + middle.length, bytes.length - from);
    return joined;
  }

  private static byte[] part(byte[] bytes, int from, int to) {
    return java.util.Arrays.copyOfRange(bytes, from, to);
  }

  private static String shown(byte[] bytes) {
    return java.util.Base64.getEncoder().encodeToString(bytes);
  }

  private static List<Path> fixtures() throws IOException {
    URI folder = URI.create(String.valueOf(AnyBytesTest.class.getResource("/interchange/")));
    try (Stream<Path> files = Files.list(Path.of(folder))) {
      return new ArrayList<>(files.filter(Files::isRegularFile).sorted().toList());
    }
  }
}
