package org.callboard.journal;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.callboard.agenda.Caution;
import org.callboard.wire.EffectJson;

/**
 * An entry as text, in the form that the journal keeps for good. Reading is strict: a field more or
 * less, or of another type, is damage, and never a default.
 */
public final class EntryJson {
  /** Raised when the form changes; every earlier form stays readable. */
  static final int VERSION = 1;

  private static final Set<String> FIELDS =
      Set.of(
          "v",
          "revision",
          "recordedAt",
          "at",
          "author",
          "key",
          "change",
          "effects",
          "cautions",
          "publicReason",
          "undoes");
  private static final Set<String> CAUTION_FIELDS = Set.of("code", "message", "sessions");

  /** Half of a pair: UTF-8 has no form for it, so it is written as an escape. */
  private static final Pattern LONE_SURROGATE = Pattern.compile("\\p{Cs}");

  private EntryJson() {}

  public static String write(Entry entry) {
    String text =
        new JsonObject()
            .put("v", VERSION)
            .put("revision", entry.revision())
            .put("recordedAt", entry.recordedAt().toString())
            .put("at", entry.at().toString())
            .put("author", entry.author())
            .put("key", entry.key())
            .put("change", entry.change())
            .put("effects", array(entry.effects(), EffectJson::of))
            .put("cautions", array(entry.cautions(), EntryJson::caution))
            .put("publicReason", entry.publicReason())
            .put("undoes", entry.undoes().orElse(null))
            .encode();
    return LONE_SURROGATE
        .matcher(text)
        .replaceAll(half -> String.format("\\\\u%04x", (int) half.group().charAt(0)));
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IllegalArgumentException when it is not that; the message says what is wrong
   */
  public static Entry read(String text) {
    try {
      return entry(new JsonObject(text));
    } catch (DecodeException e) {
      throw new IllegalArgumentException("An entry is no JSON object", e);
    } catch (IllegalArgumentException e) {
      throw e;
    } catch (RuntimeException e) {
      // Each wrong shape of an effect has its own exception; here they are all one thing.
      throw new IllegalArgumentException("An entry is not readable: " + e.getMessage(), e);
    }
  }

  private static Entry entry(JsonObject json) {
    requireVersion(json);
    requireFields(json, FIELDS);
    return new Entry(
        whole(json, "revision"),
        Instant.parse(text(json, "recordedAt")),
        Instant.parse(text(json, "at")),
        text(json, "author"),
        text(json, "key"),
        text(json, "change"),
        list(json, "effects", JsonObject.class).stream().map(EffectJson::read).toList(),
        list(json, "cautions", JsonObject.class).stream().map(EntryJson::caution).toList(),
        text(json, "publicReason"),
        json.getValue("undoes") == null ? Optional.empty() : Optional.of(whole(json, "undoes")));
  }

  private static void requireVersion(JsonObject json) {
    if (!Integer.valueOf(VERSION).equals(json.getValue("v"))) {
      throw new IllegalArgumentException(
          "An entry is of a form that this version does not know: v=" + json.getValue("v"));
    }
  }

  private static void requireFields(JsonObject json, Set<String> fields) {
    if (!json.fieldNames().equals(fields)) {
      throw new IllegalArgumentException("An entry has other fields: fields=" + json.fieldNames());
    }
  }

  private static JsonObject caution(Caution caution) {
    return new JsonObject()
        .put("code", caution.code())
        .put("message", caution.message())
        .put("sessions", new JsonArray(caution.sessions()));
  }

  private static Caution caution(JsonObject json) {
    requireFields(json, CAUTION_FIELDS);
    return new Caution(
        text(json, "code"), text(json, "message"), list(json, "sessions", String.class));
  }

  private static <T> JsonArray array(List<T> items, Function<T, JsonObject> json) {
    return new JsonArray(items.stream().map(json).toList());
  }

  private static String text(JsonObject json, String field) {
    return value(json, field, String.class);
  }

  private static long whole(JsonObject json, String field) {
    return json.getValue(field) instanceof Long number
        ? number
        : value(json, field, Integer.class).longValue();
  }

  private static <T> List<T> list(JsonObject json, String field, Class<T> type) {
    return value(json, field, JsonArray.class).stream().map(type::cast).toList();
  }

  private static <T> T value(JsonObject json, String field, Class<T> type) {
    Object value = json.getValue(field);
    if (!type.isInstance(value)) {
      throw new IllegalArgumentException("An entry's field is not readable: field=" + field);
    }
    return type.cast(value);
  }
}
