package org.callboard.api;

import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The scripts and styles of the phone's pages, under a path that names their version: what a phone
 * keeps for when it is offline belongs together, and a new version never meets an old one.
 */
final class PhoneAssets {
  private static final String ROOT = "/programme/";
  private static final String WORKER = "worker.js";
  private static final int VERSION_LENGTH = 12;

  /** What the screens say in the same words. */
  private static final List<String> SHARED =
      List.of("clock.js", "words.js", "model.js", "signs.js", "bulletin.js", "views.js");

  static final List<String> OWN =
      List.of(
          "programme.css",
          "programme.js",
          "board.js",
          "days.js",
          "entries.js",
          "find.js",
          "line.js",
          "news.js",
          "offline.js",
          "preview.js",
          "session.js",
          "share.js",
          "since.js",
          "stars.js",
          "store.js",
          "tabs.js");

  /** What is not of a version: typeface and icons. */
  private static final List<String> LASTING =
      List.of(
          "/assets/icon.svg",
          "/assets/atkinson-hyperlegible-latin-400.woff2",
          "/assets/atkinson-hyperlegible-latin-700.woff2",
          "/assets/atkinson-hyperlegible-latin-ext-400.woff2",
          "/assets/atkinson-hyperlegible-latin-ext-700.woff2");

  private final Map<String, Buffer> files = new LinkedHashMap<>();
  private final String version;
  private final String worker;

  PhoneAssets() {
    SHARED.forEach(name -> files.put(name, read("/webroot/display/" + name)));
    OWN.forEach(name -> files.put(name, read("/webroot/programme/" + name)));
    Buffer script = read("/webroot/programme/" + WORKER);
    this.version = version(Stream.concat(files.values().stream(), Stream.of(script)).toList());
    this.worker = worker(script.toString());
  }

  /** The path under which the present version is served. */
  String path() {
    return ROOT + version;
  }

  /** A file of the present version; empty for another version or a file that there is not. */
  Optional<Buffer> file(String ofVersion, String name) {
    return ofVersion.equals(version) ? Optional.ofNullable(files.get(name)) : Optional.empty();
  }

  /** The service worker, told its version and what to keep. */
  String worker() {
    return worker;
  }

  private String worker(String script) {
    Stream<String> own = files.keySet().stream().map(name -> path() + "/" + name);
    List<String> kept = Stream.concat(own, LASTING.stream()).toList();
    return "const VERSION = '"
        + version
        + "';\nconst KEPT = ['"
        + String.join("', '", kept)
        + "'];\n"
        + script;
  }

  private static Buffer read(String resource) {
    try (InputStream file = PhoneAssets.class.getResourceAsStream(resource)) {
      if (file == null) {
        throw new IllegalStateException("A file of the phone's pages is missing: " + resource);
      }
      return Buffer.buffer(file.readAllBytes());
    } catch (IOException broken) {
      throw new UncheckedIOException("A file is not readable: resource=" + resource, broken);
    }
  }

  private static String version(List<Buffer> contents) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      contents.forEach(content -> digest.update(content.getBytes()));
      return HexFormat.of().formatHex(digest.digest()).substring(0, VERSION_LENGTH);
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("The JDK has no SHA-256", missing);
    }
  }
}
