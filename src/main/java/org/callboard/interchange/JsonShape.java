package org.callboard.interchange;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

/**
 * What a JSON text looks like from above, by which its format is told: for as far as it can be
 * read.
 *
 * @param keys the keys of the mapping on top, none where it is a list
 * @param sessionKeys the keys of the first of its {@code sessions}
 */
record JsonShape(Set<String> keys, Set<String> sessionKeys) {
  private static final JsonFactory FACTORY = new JsonFactory();
  private static final Set<String> FOREIGN_STARTS =
      Set.of("startsAt", "startTime", "startTimestamp", "start_time", "start_date", "startDate");

  static JsonShape of(String text) {
    JsonShape shape = new JsonShape(new HashSet<>(), new HashSet<>());
    try (JsonParser parser = FACTORY.createParser(text)) {
      if (parser.nextToken() == JsonToken.START_OBJECT) {
        shape.look(parser);
      }
    } catch (IOException endOfWhatCanBeRead) {
      return shape;
    }
    return shape;
  }

  /** Whether it is Callboard's own format, rather than one of the many with a list of sessions. */
  boolean isNative() {
    boolean hasOthersSessions =
        keys.contains("speakers") || sessionKeys.stream().anyMatch(FOREIGN_STARTS::contains);
    return !keys.contains("schedule")
        && (keys.contains("event") || keys.contains("sessions") && !hasOthersSessions);
  }

  private void look(JsonParser parser) throws IOException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String key = parser.currentName();
      keys.add(key);
      if (parser.nextToken() == JsonToken.START_ARRAY && key.equals("sessions")) {
        lookAtFirst(parser);
      } else {
        parser.skipChildren();
      }
    }
  }

  private void lookAtFirst(JsonParser parser) throws IOException {
    boolean isFirst = true;
    while (parser.nextToken() != JsonToken.END_ARRAY && parser.currentToken() != null) {
      if (isFirst && parser.currentToken() == JsonToken.START_OBJECT) {
        keysOf(parser);
      } else {
        parser.skipChildren();
      }
      isFirst = false;
    }
  }

  private void keysOf(JsonParser parser) throws IOException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      sessionKeys.add(parser.currentName());
      parser.nextToken();
      parser.skipChildren();
    }
  }
}
