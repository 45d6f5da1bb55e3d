package org.callboard.app;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.callboard.watch.WatchSettings;

/**
 * What an installation has decided, checked.
 *
 * @param port 0 picks a free one
 * @param programme path of the programme as the settings say it, empty for the bundled example
 * @param timezone zone for sources that name none
 * @param language ISO 639-1 code of the screens' own words
 * @param rehearsalAt where a rehearsal begins, as RFC 3339 or event time; empty for real time
 * @param rehearsalSpeed event seconds per real second
 * @param data folder of what the server keeps; empty to keep nothing beyond its end
 * @param database JDBC URL of a PostgreSQL database instead of a file in the data folder
 * @param trustsProxy whether every request comes through a proxy of ours
 * @param publicUrl where people reach the server, for links and QR codes; empty: as each request
 *     did
 * @param cluster how it takes part in a cluster, where it is started to
 * @param watch a source of editions that is looked at now and then
 */
record Settings(
    String host,
    int port,
    Optional<String> programme,
    Optional<ZoneId> timezone,
    String language,
    int maxConnectionsPerAddress,
    int maxConnections,
    Optional<String> rehearsalAt,
    double rehearsalSpeed,
    Optional<String> data,
    Optional<String> database,
    boolean trustsProxy,
    Optional<String> publicUrl,
    ClusterKeys cluster,
    Optional<WatchSettings> watch) {

  static final int HIGHEST_PORT = 65_535;
  static final double HIGHEST_SPEED = 3_600;

  private static final int MOST_CONNECTIONS = 1_000_000;
  private static final int LONGEST_WATCH_SECONDS = 24 * 60 * 60;
  private static final List<String> LANGUAGES = List.of("en", "fr", "es", "tr", "nl");

  /** Every key with its default. */
  static Map<String, String> defaults() {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("host", "127.0.0.1");
    values.put("port", "8080");
    values.put("programme", "");
    values.put("timezone", "");
    values.put("language", "en");
    values.put("live.maxConnectionsPerAddress", "2000");
    values.put("live.maxConnections", "20000");
    values.put("rehearsal.at", "");
    values.put("rehearsal.speed", "1");
    values.put("data", "");
    values.put("database", "");
    values.put("trustProxy", "false");
    values.put("publicUrl", "");
    values.putAll(ClusterKeys.defaults());
    values.put("watch.url", "");
    values.put("watch.everySeconds", "60");
    values.put("watch.timezone", "");
    values.put("watch.localTimes", "false");
    values.put("watch.take", "propose");
    return values;
  }

  /** Checks a value for every key of {@link #defaults}. */
  static Settings of(Map<String, String> values) {
    return new Settings(
        host(values),
        whole(values, "port", 0, HIGHEST_PORT),
        text(values, "programme"),
        timezone(values, "timezone"),
        language(values),
        whole(values, "live.maxConnectionsPerAddress", 1, MOST_CONNECTIONS),
        whole(values, "live.maxConnections", 1, MOST_CONNECTIONS),
        text(values, "rehearsal.at"),
        speed(values),
        text(values, "data"),
        database(values),
        flag(values, "trustProxy"),
        publicUrl(values),
        ClusterKeys.of(values),
        watch(values));
  }

  private static Optional<WatchSettings> watch(Map<String, String> values) {
    Duration every =
        Duration.ofSeconds(whole(values, "watch.everySeconds", 1, LONGEST_WATCH_SECONDS));
    Optional<ZoneId> zone = timezone(values, "watch.timezone");
    boolean isLocal = flag(values, "watch.localTimes");
    boolean isTaken =
        text(values, "watch.take")
            .filter(take -> take.equals("propose") || take.equals("auto"))
            .map("auto"::equals)
            .orElseThrow(() -> bad(values, "watch.take", "propose or auto"));
    return text(values, "watch.url")
        .map(source -> new WatchSettings(source, every, zone, isLocal, isTaken));
  }

  static Optional<String> text(Map<String, String> values, String key) {
    return Optional.of(values.get(key).strip()).filter(text -> !text.isEmpty());
  }

  private static String host(Map<String, String> values) {
    return text(values, "host")
        .filter(host -> host.matches("[A-Za-z0-9.:_\\[\\]-]+"))
        .orElseThrow(() -> bad(values, "host", "a name or address such as 127.0.0.1 or 0.0.0.0"));
  }

  private static String language(Map<String, String> values) {
    return text(values, "language")
        .filter(LANGUAGES::contains)
        .orElseThrow(() -> bad(values, "language", "one of " + String.join(", ", LANGUAGES)));
  }

  private static Optional<ZoneId> timezone(Map<String, String> values, String key) {
    try {
      return text(values, key).map(ZoneId::of);
    } catch (DateTimeException e) {
      throw bad(values, key, "an IANA name such as Europe/Brussels, or nothing");
    }
  }

  private static Optional<String> database(Map<String, String> values) {
    Optional<String> url = text(values, "database");
    if (url.isPresent() && !url.get().startsWith("jdbc:postgresql:")) {
      throw new BadInput(
          "settings: database: this is not allowed; allowed is a URL such as"
              + " jdbc:postgresql://db.example/callboard?user=callboard&password=…, or nothing");
    }
    return url;
  }

  private static Optional<String> publicUrl(Map<String, String> values) {
    Optional<String> url = text(values, "publicUrl");
    if (url.isPresent() && !url.get().matches("https?://[A-Za-z0-9.:\\[\\]-]+/?")) {
      throw bad(values, "publicUrl", "an address such as https://boards.example, or nothing");
    }
    return url.map(address -> address.replaceFirst("/$", ""));
  }

  private static boolean flag(Map<String, String> values, String key) {
    return text(values, key)
        .filter(text -> text.equals("true") || text.equals("false"))
        .map(Boolean::parseBoolean)
        .orElseThrow(() -> bad(values, key, "true or false"));
  }

  static int whole(Map<String, String> values, String key, int least, int most) {
    return text(values, key)
        .filter(text -> text.matches("\\d{1,9}"))
        .map(Integer::parseInt)
        .filter(number -> number >= least && number <= most)
        .orElseThrow(() -> bad(values, key, "a whole number from " + least + " to " + most));
  }

  private static double speed(Map<String, String> values) {
    return text(values, "rehearsal.speed")
        .filter(text -> text.matches("\\d{1,4}(\\.\\d{1,6})?"))
        .map(Double::parseDouble)
        .filter(Settings::isSpeed)
        .orElseThrow(() -> bad(values, "rehearsal.speed", "a number above 0, at most 3600"));
  }

  static boolean isSpeed(double speed) {
    return speed > 0 && speed <= HIGHEST_SPEED;
  }

  static BadInput bad(Map<String, String> values, String key, String allowed) {
    return new BadInput(
        "settings: " + key + ": \"" + values.get(key) + "\" is not allowed; allowed is " + allowed);
  }
}
