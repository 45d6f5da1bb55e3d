package org.callboard.browser;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Which Chrome had each feature of the web first; a feature that none has came never. */
final class FirstChrome {
  static final int NEVER = Integer.MAX_VALUE;
  private static final String TABLE = "/oldengines/chrome.tsv";

  /** An interface or a built-in object, and a member that has the name in question. */
  record Member(String owner, int since) {}

  private final Map<String, Integer> since = new HashMap<>();
  private final Map<String, List<Member>> members = new HashMap<>();
  private final Map<String, Integer> types = new HashMap<>();

  FirstChrome() {
    table().lines().forEach(line -> read(line.split("\t")));
    since.forEach(this::index);
  }

  private static String table() {
    try (InputStream file = FirstChrome.class.getResourceAsStream(TABLE)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException("Not readable: " + TABLE, broken);
    }
  }

  private void read(String[] row) {
    since.put(row[0], row[1].equals("-") ? NEVER : Integer.parseInt(row[1]));
  }

  private void index(String feature, int version) {
    String[] path = feature.split("\\.");
    if (path[0].equals("api") && path.length == 3) {
      member(path[1], path[2], version);
    } else if (feature.startsWith("javascript.builtins.") && path.length == 4) {
      member(path[2], path[3], version);
    } else if (feature.startsWith("css.types.")) {
      types.merge(path[path.length - 1], version, Math::min);
    }
  }

  private void member(String owner, String name, int version) {
    members.computeIfAbsent(name, key -> new ArrayList<>()).add(new Member(owner, version));
  }

  /** Empty for what the table does not know. */
  OptionalInt of(String feature) {
    Integer version = since.get(feature);
    return version == null ? OptionalInt.empty() : OptionalInt.of(version);
  }

  /** A global: an object, a function or a constructor. */
  OptionalInt ofGlobal(String name) {
    return List.of("javascript.builtins.", "javascript.functions.", "api.", "api.Window.").stream()
        .flatMapToInt(part -> of(part + name).stream())
        .min();
  }

  /** A function or a keyword of CSS values, wherever it may stand. */
  OptionalInt ofType(String name) {
    Integer version = types.get(name);
    return version == null ? OptionalInt.empty() : OptionalInt.of(version);
  }

  List<Member> members(String name) {
    return members.getOrDefault(name, List.of());
  }
}
