package org.callboard.pages;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The scripts and the style of the screens as they ship. Their addresses name their version, so
 * that what a device keeps belongs together, and a new page never meets an old script.
 */
public final class Display {
  static final List<String> FILES =
      List.of(
          "display.css",
          "clock.js",
          "words.js",
          "model.js",
          "signs.js",
          "bulletin.js",
          "views.js",
          "size.js",
          "slices.js",
          "flow.js",
          "rows.js",
          "pages.js",
          "preview.js",
          "age.js",
          "kept.js",
          "rooms.js",
          "reload.js",
          "offline.js",
          "dark.js",
          "speech.js",
          "care.js",
          "receipts.js",
          "line.js",
          "paired.js",
          "command.js",
          "display.js");

  /** What the other pages of screens are made of. */
  private static final List<String> OTHERS =
      List.of("/screen/screen.css", "/screen/screen.js", "/screen/turned.css");

  /** What is not of a version. */
  private static final List<String> LASTING =
      List.of(
          "/qr.svg?path=/programme",
          "/assets/icon.svg",
          "/assets/atkinson-hyperlegible-latin-400.woff2",
          "/assets/atkinson-hyperlegible-latin-700.woff2",
          "/assets/atkinson-hyperlegible-latin-ext-400.woff2",
          "/assets/atkinson-hyperlegible-latin-ext-700.woff2");

  private static final String WORKER = "/display/worker.js";
  private static final int VERSION_LENGTH = 12;
  private static final String VERSION = versionOf(Stream.concat(versioned(), Stream.of(WORKER)));
  private static final String WORKER_TEXT = workerText();

  private Display() {}

  public static String version() {
    return VERSION;
  }

  /** The service worker, told its version and what to keep. */
  public static String worker() {
    return WORKER_TEXT;
  }

  private static String workerText() {
    Stream<String> own = versioned().map(path -> path + "?v=" + VERSION);
    String kept =
        Stream.concat(own, LASTING.stream())
            .map(path -> "'" + path + "'")
            .collect(Collectors.joining(", "));
    return "'use strict';\nvar VERSION = '%s';\nvar KEPT = [%s];\n".formatted(VERSION, kept)
        + new String(read(WORKER), StandardCharsets.UTF_8);
  }

  private static Stream<String> versioned() {
    return Stream.concat(FILES.stream().map(name -> "/display/" + name), OTHERS.stream());
  }

  private static String versionOf(Stream<String> paths) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      paths.forEach(path -> digest.update(read(path)));
      return HexFormat.of().formatHex(digest.digest()).substring(0, VERSION_LENGTH);
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("The JDK has no SHA-256", missing);
    }
  }

  private static byte[] read(String path) {
    try (InputStream file = Display.class.getResourceAsStream("/webroot" + path)) {
      if (file == null) {
        throw new IllegalStateException("A file of the screens is missing: path=" + path);
      }
      return file.readAllBytes();
    } catch (IOException broken) {
      throw new UncheckedIOException("A file is not readable: path=" + path, broken);
    }
  }
}
