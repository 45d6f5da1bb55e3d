package org.callboard.api;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.json.JsonObject;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * JSON as RFC 8259 has it and no laxer: one object, each name once, in UTF-8, of text that can be
 * stored. A refusal never repeats what the body held, for that may be a password.
 */
final class StrictJson {
  private static final int DEEPEST = 32;
  private static final int LONGEST_NUMBER = 40;
  private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

  private static final ObjectMapper MAPPER =
      new ObjectMapper(
              JsonFactory.builder()
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DEEPEST)
                          .maxNumberLength(LONGEST_NUMBER)
                          .build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private StrictJson() {}

  /**
   * Reads an object.
   *
   * @throws IllegalArgumentException when it is none; the message says where it went wrong
   */
  static JsonObject object(byte[] bytes) {
    Map<String, Object> fields = fields(text(bytes));
    requireText(fields);
    return new JsonObject(fields);
  }

  private static String text(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException malformed) {
      throw new IllegalArgumentException("The body is not UTF-8.", malformed);
    }
  }

  private static Map<String, Object> fields(String text) {
    try {
      Map<String, Object> fields = MAPPER.readValue(text, OBJECT);
      if (fields != null) {
        return fields;
      }
    } catch (JsonProcessingException malformed) {
      throw new IllegalArgumentException(wrong(malformed));
    }
    throw new IllegalArgumentException("The body is null; a JSON object is expected.");
  }

  private static String wrong(JsonProcessingException malformed) {
    boolean twice = malformed.getOriginalMessage().startsWith("Duplicate field");
    String where =
        malformed.getLocation() == null
            ? ""
            : " (line %d, column %d)"
                .formatted(
                    malformed.getLocation().getLineNr(), malformed.getLocation().getColumnNr());
    return (twice ? "A field of the body stands twice" : "The body is not one JSON object")
        + where
        + ".";
  }

  /** Half a surrogate pair has no UTF-8, and PostgreSQL stores no NUL. */
  private static void requireText(Object value) {
    if (value instanceof Map<?, ?> map) {
      map.keySet().forEach(StrictJson::requireText);
      map.values().forEach(StrictJson::requireText);
    } else if (value instanceof List<?> list) {
      list.forEach(StrictJson::requireText);
    } else if (value instanceof String text && !isText(text)) {
      throw new IllegalArgumentException(
          "The body holds a NUL or half a surrogate pair, which are no text.");
    }
  }

  private static boolean isText(String text) {
    return text.codePoints()
        .noneMatch(point -> point == 0 || Character.getType(point) == Character.SURROGATE);
  }
}
