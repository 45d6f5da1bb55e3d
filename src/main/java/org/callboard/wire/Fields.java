package org.callboard.wire;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The fields of a request, read strictly: each is asked for by name and type, and one that nobody
 * asked for is refused. Every refusal is an {@link IllegalArgumentException} that names the field
 * and what it takes.
 */
public final class Fields {
  private final JsonObject json;
  private final Set<String> asked = new LinkedHashSet<>();

  public Fields(JsonObject json) {
    this.json = json;
  }

  public boolean has(String name) {
    asked.add(name);
    return json.getValue(name) != null;
  }

  /** Whether the field is there and says null, which may mean something. */
  public boolean isNull(String name) {
    asked.add(name);
    return json.containsKey(name) && json.getValue(name) == null;
  }

  public String text(String name) {
    if (value(name) instanceof String text && !text.isBlank()) {
      return text;
    }
    throw refused(name, "a text");
  }

  public String textOr(String name, String otherwise) {
    return has(name) ? text(name) : otherwise;
  }

  public int whole(String name, int least, int most) {
    if (value(name) instanceof Number number
        && number.doubleValue() == number.intValue()
        && number.intValue() >= least
        && number.intValue() <= most) {
      return number.intValue();
    }
    throw refused(name, "a whole number from " + least + " to " + most);
  }

  public Instant instant(String name) {
    try {
      return OffsetDateTime.parse(text(name)).toInstant();
    } catch (DateTimeException malformed) {
      throw refused(name, "an instant of RFC 3339 with its offset, such as 2017-11-16T10:45:00Z");
    }
  }

  public List<String> texts(String name) {
    if (!(value(name) instanceof JsonArray array)) {
      throw refused(name, "a list of texts");
    }
    List<String> texts = new ArrayList<>();
    for (Object item : array) {
      if (!(item instanceof String text) || text.isBlank()) {
        throw refused(name, "a list of texts");
      }
      texts.add(text);
    }
    return texts;
  }

  public Fields object(String name) {
    if (value(name) instanceof JsonObject object) {
      return new Fields(object);
    }
    throw refused(name, "an object");
  }

  /** Refuses what was never asked for. */
  public void requireNoMore() {
    for (String name : json.fieldNames()) {
      if (!asked.contains(name)) {
        throw new IllegalArgumentException(
            "The field "
                + name
                + " is not known here; known are "
                + String.join(", ", asked)
                + ".");
      }
    }
  }

  public IllegalArgumentException refused(String name, String takes) {
    String state = json.containsKey(name) ? "is not readable" : "is missing";
    return new IllegalArgumentException(
        "The field " + name + " " + state + "; it takes " + takes + ".");
  }

  private Object value(String name) {
    asked.add(name);
    return json.getValue(name);
  }
}
