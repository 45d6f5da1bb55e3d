package org.callboard.wire;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.callboard.programme.Slug;

/**
 * The fields of a request, read strictly: each is asked for by name and type, and one that nobody
 * asked for is refused. Every refusal is an {@link IllegalArgumentException} that names the field
 * and what it takes.
 */
public final class Fields {
  /** Characters in a text of which nothing else is said, such as an id. */
  private static final int LONGEST = 200;

  private static final int LATEST_YEAR = 2200;

  private final JsonObject json;
  private final Set<String> asked = new LinkedHashSet<>();

  public Fields(JsonObject json) {
    this.json = json;
  }

  /** The id that a thing is known by where nobody gives it another. */
  static String idFor(String name) {
    return Slug.of(name);
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

  Set<String> names() {
    return json.fieldNames();
  }

  public String text(String name) {
    return text(name, LONGEST);
  }

  /** A text that says something, in at most so many characters. */
  public String text(String name, int longest) {
    String text = textOrEmpty(name, longest);
    if (text.isBlank()) {
      throw refused(name, "a text");
    }
    return text;
  }

  public String textOr(String name, String otherwise) {
    return textOr(name, otherwise, LONGEST);
  }

  public String textOr(String name, String otherwise, int longest) {
    return has(name) ? text(name, longest) : otherwise;
  }

  /** A text that may say nothing, or be left out. */
  String textOrNothing(String name, int longest) {
    return has(name) ? textOrEmpty(name, longest) : "";
  }

  String textOrEmpty(String name, int longest) {
    if (!(value(name) instanceof String text)) {
      throw refused(name, "a text");
    }
    if (text.length() > longest || text.codePoints().anyMatch(Fields::isUnprintable)) {
      throw refused(name, "a text of at most " + longest + " characters, none of them control");
    }
    return text;
  }

  public boolean flagOr(String name, boolean otherwise) {
    return has(name) ? flag(name) : otherwise;
  }

  public boolean flag(String name) {
    if (value(name) instanceof Boolean flag) {
      return flag;
    }
    throw refused(name, "true or false");
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

  /** A revision: a whole number from 0. */
  public long wholeLong(String name) {
    if ((value(name) instanceof Integer || value(name) instanceof Long)
        && ((Number) value(name)).longValue() >= 0) {
      return ((Number) value(name)).longValue();
    }
    throw refused(name, "a revision, a whole number from 0");
  }

  public double number(String name, double most) {
    if (value(name) instanceof Number number
        && number.doubleValue() > 0
        && number.doubleValue() <= most) {
      return number.doubleValue();
    }
    throw refused(name, "a number above 0, at most " + (long) most);
  }

  /** An instant, to the second. */
  public Instant instant(String name) {
    try {
      OffsetDateTime time = OffsetDateTime.parse(text(name));
      if (time.getYear() >= 0 && time.getYear() <= LATEST_YEAR) {
        return time.toInstant().truncatedTo(ChronoUnit.SECONDS);
      }
    } catch (DateTimeException malformed) {
      // said below, as for a year that no event is in
    }
    throw refused(name, "an instant of RFC 3339 with its offset, such as 2017-11-16T10:45:00Z");
  }

  /** One of the words of an enumeration. */
  public <T> T word(String name, T[] values, Function<T, String> word) {
    String text = value(name) instanceof String given ? given : "";
    return Arrays.stream(values)
        .filter(value -> word.apply(value).equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                refused(
                    name, "one of " + String.join(", ", Arrays.stream(values).map(word).toList())));
  }

  public List<String> texts(String name) {
    return items(
        name,
        "a list of texts",
        item -> {
          if (item instanceof String text && isPlain(text)) {
            return text;
          }
          throw refused(name, "a list of texts");
        });
  }

  private static boolean isPlain(String text) {
    return !text.isBlank()
        && text.length() <= LONGEST
        && text.codePoints().noneMatch(Fields::isUnprintable);
  }

  <T> List<T> objects(String name, Function<Fields, T> read) {
    return items(
        name,
        "a list of objects",
        item -> {
          if (!(item instanceof JsonObject object)) {
            throw refused(name, "a list of objects");
          }
          Fields fields = new Fields(object);
          T value = read.apply(fields);
          fields.requireNoMore();
          return value;
        });
  }

  <T> List<T> items(String name, String takes, Function<Object, T> read) {
    if (!(value(name) instanceof JsonArray array)) {
      throw refused(name, takes);
    }
    List<T> items = new ArrayList<>();
    for (int i = 0; i < array.size(); i++) {
      items.add(read.apply(array.getValue(i)));
    }
    return items;
  }

  public Fields object(String name) {
    return new Fields(json(name));
  }

  JsonObject json(String name) {
    if (value(name) instanceof JsonObject object) {
      return object;
    }
    throw refused(name, "an object");
  }

  /** A field that may be left out. */
  <T> Optional<T> optional(String name, Function<String, T> read) {
    return has(name) ? Optional.of(read.apply(name)) : Optional.empty();
  }

  /** Refuses what was never asked for. */
  public void requireNoMore() {
    for (String name : json.fieldNames()) {
      if (!asked.contains(name)) {
        throw new IllegalArgumentException(
            "The field "
                + shortened(name)
                + " is not known here; known are "
                + String.join(", ", asked)
                + ".");
      }
    }
  }

  public IllegalArgumentException refused(String name, String takes) {
    String state = json.containsKey(name) ? "is not readable" : "is missing";
    return new IllegalArgumentException(
        "The field " + shortened(name) + " " + state + "; it takes " + takes + ".");
  }

  private Object value(String name) {
    asked.add(name);
    return json.getValue(name);
  }

  /** Control characters and halves of surrogate pairs have no place in what people read. */
  private static boolean isUnprintable(int codePoint) {
    boolean isBreak = codePoint == '\n' || codePoint == '\r' || codePoint == '\t';
    return !isBreak && Character.isISOControl(codePoint)
        || Character.getType(codePoint) == Character.SURROGATE;
  }

  private static String shortened(String name) {
    return name.length() > 40 ? name.substring(0, 40) + "…" : name;
  }
}
