package org.callboard.interchange;

import com.github.mangstadt.vinnie.VObjectProperty;
import com.github.mangstadt.vinnie.io.Context;
import com.github.mangstadt.vinnie.io.SyntaxRules;
import com.github.mangstadt.vinnie.io.VObjectDataListener;
import com.github.mangstadt.vinnie.io.VObjectPropertyValues;
import com.github.mangstadt.vinnie.io.VObjectReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One component of an iCalendar file, with what stands between its BEGIN and its END. */
final class ICalendarPart {
  private static final int DEEPEST = 16;

  private final String name;
  private final int line;
  private final List<Property> properties = new ArrayList<>();
  private final List<ICalendarPart> parts = new ArrayList<>();

  /**
   * One property as written.
   *
   * @param name in capitals
   * @param line the line of the file, from 1
   * @param value still escaped
   */
  record Property(String name, int line, VObjectProperty written) {

    String value() {
      return written.getValue();
    }

    /** The text that it stands for. */
    String text() {
      return VObjectPropertyValues.unescape(value()).strip();
    }

    String parameter(String key) {
      return Optional.ofNullable(written.getParameters().first(key)).orElse("").strip();
    }
  }

  private ICalendarPart(String name, int line) {
    this.name = name;
    this.line = line;
  }

  /** The file as one part that has no name. */
  static ICalendarPart of(List<ICalendarLines.Line> lines) {
    ICalendarPart root = new ICalendarPart("", 0);
    String text = lines.stream().map(line -> line.text() + "\r\n").collect(Collectors.joining());
    try (VObjectReader reader =
        new VObjectReader(new StringReader(text), SyntaxRules.iCalendar())) {
      reader.parse(new Builder(root, lines));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return root;
  }

  int line() {
    return line;
  }

  List<Property> properties() {
    return Collections.unmodifiableList(properties);
  }

  /** All parts of a name, at any depth: an END that is missing hides none. */
  Stream<ICalendarPart> all(String wanted) {
    Stream<ICalendarPart> self = name.equals(wanted) ? Stream.of(this) : Stream.empty();
    return Stream.concat(self, parts.stream().flatMap(part -> part.all(wanted)));
  }

  Stream<Property> each(String wanted) {
    return properties.stream().filter(property -> property.name().equals(wanted));
  }

  Optional<Property> first(String wanted) {
    return each(wanted).findFirst();
  }

  /** The text of the first property of a name, else nothing. */
  String text(String wanted) {
    return first(wanted).map(Property::text).orElse("");
  }

  /** As a calendar of its own, for a library that reads one. */
  String written() {
    StringBuilder text = new StringBuilder("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n");
    write(text);
    return text.append("END:VCALENDAR\r\n").toString();
  }

  private void write(StringBuilder text) {
    text.append("BEGIN:").append(name).append("\r\n");
    for (Property property : properties) {
      text.append(property.name()).append(':').append(property.value()).append("\r\n");
    }
    parts.forEach(part -> part.write(text));
    text.append("END:").append(name).append("\r\n");
  }

  /** Builds the tree while the library reads. */
  private static final class Builder implements VObjectDataListener {
    private final List<ICalendarLines.Line> lines;
    private final List<ICalendarPart> open = new ArrayList<>();
    private int skipped;

    private Builder(ICalendarPart root, List<ICalendarLines.Line> lines) {
      this.lines = lines;
      open.add(root);
    }

    @Override
    public void onComponentBegin(String name, Context context) {
      if (open.size() > DEEPEST) {
        skipped++;
        return;
      }
      ICalendarPart part = new ICalendarPart(name.toUpperCase(Locale.ROOT), line(context));
      innermost().parts.add(part);
      open.add(part);
    }

    @Override
    public void onComponentEnd(String name, Context context) {
      if (skipped > 0) {
        skipped--;
      } else if (open.size() > 1) {
        open.remove(open.size() - 1);
      }
    }

    @Override
    public void onProperty(VObjectProperty property, Context context) {
      String name = property.getName().strip().toUpperCase(Locale.ROOT);
      innermost().properties.add(new Property(name, line(context), property));
    }

    @Override
    public void onVersion(String value, Context context) {
      // The version changes nothing about how it is read.
    }

    @Override
    public void onWarning(
        com.github.mangstadt.vinnie.io.Warning warning,
        VObjectProperty property,
        Exception thrown,
        Context context) {
      // A line that is no property was joined to the one above it before.
    }

    private ICalendarPart innermost() {
      return open.get(open.size() - 1);
    }

    private int line(Context context) {
      int index = context.getLineNumber() - 1;
      return index >= 0 && index < lines.size() ? lines.get(index).number() : 0;
    }
  }
}
