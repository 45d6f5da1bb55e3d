package org.callboard.api;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerFileUpload;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.callboard.interchange.Programmes;
import org.callboard.interchange.ReadingOptions;

/**
 * A programme that is sent as a file ({@code multipart/form-data}, RFC 7578), kept in memory up to
 * a bounded size; what is no such form is answered here and goes no further.
 */
final class ProgrammeUpload {
  private static final String FILE = "programme";
  private static final Set<String> FIELDS = Set.of("force", "timezone", "localTimes");

  /** How much of a refused file is let run out, so that the asker still reads the refusal. */
  private static final int MOST_WASTE = 1024 * 1024;

  private final RoutingContext context;
  private final Buffer bytes = Buffer.buffer();
  private String name = "";
  private boolean isOdd;
  private long received;

  private ProgrammeUpload(RoutingContext context) {
    this.context = context;
  }

  static boolean isSent(RoutingContext context) {
    String type = context.request().getHeader(HttpHeaders.CONTENT_TYPE);
    return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data");
  }

  /** Reads the form and goes on to the next handler, which finds it by {@link #of}. */
  static void read(RoutingContext context) {
    new ProgrammeUpload(context).read();
  }

  static Optional<ProgrammeUpload> of(RoutingContext context) {
    return Optional.ofNullable(context.get(ProgrammeUpload.class.getName()));
  }

  private void read() {
    HttpServerRequest request = context.request();
    request.setExpectMultipart(true);
    request.uploadHandler(this::take);
    request.exceptionHandler(failure -> refuse(malformed("The form could not be read.")));
    request.endHandler(end -> finish());
    request.resume();
  }

  private void take(HttpServerFileUpload upload) {
    isOdd |= !upload.name().equals(FILE) || !name.isEmpty();
    name = upload.filename() == null || upload.filename().isBlank() ? FILE : upload.filename();
    upload.handler(this::take);
    upload.exceptionHandler(gone -> refuse(malformed("The file ended before its end.")));
  }

  private void take(Buffer chunk) {
    received += chunk.length();
    if (received > (long) Programmes.LARGEST_BYTES + MOST_WASTE) {
      context.request().connection().close();
    } else if (received <= Programmes.LARGEST_BYTES) {
      bytes.appendBuffer(chunk);
    } else {
      refuse(
          new Problem(
              413,
              "File too large",
              "The file is larger than the "
                  + Programmes.LARGEST_MEGABYTES
                  + " MB that are read; leave out what is no programme."));
    }
  }

  private void finish() {
    if (name.isEmpty() || isOdd) {
      refuse(malformed("The form takes one file, in the field programme."));
    }
    for (Map.Entry<String, String> field : fields()) {
      if (!FIELDS.contains(field.getKey())) {
        refuse(
            malformed(
                "The field "
                    + field.getKey()
                    + " is not known here; the form takes programme, "
                    + String.join(", ", FIELDS.stream().sorted().toList())
                    + "."));
      }
    }
    if (!context.response().ended()) {
      context.put(ProgrammeUpload.class.getName(), this).next();
    }
  }

  private MultiMap fields() {
    return context.request().formAttributes();
  }

  private static Problem malformed(String detail) {
    return Problem.malformed(detail);
  }

  private void refuse(Problem problem) {
    if (!context.response().ended() && !context.response().closed()) {
      problem.answer(context);
    }
  }

  /** What the file is called, for a person; where it lies is its sender's concern. */
  String file() {
    String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    String shown = last.replaceAll("\\p{Cntrl}", "").strip();
    return shown.isEmpty() ? FILE : shown.substring(0, Math.min(200, shown.length()));
  }

  byte[] bytes() {
    return bytes.getBytes();
  }

  /**
   * How the file is to be read.
   *
   * @param zone of the event, for a file that names none
   * @throws IllegalArgumentException when a field is not readable; the message says what it takes
   */
  ReadingOptions options(ZoneId zone) {
    return new ReadingOptions(Optional.of(zone(zone)), isSet("localTimes"), Map.of());
  }

  boolean isForced() {
    return isSet("force");
  }

  private ZoneId zone(ZoneId otherwise) {
    String given = value("timezone");
    try {
      return given.isEmpty() ? otherwise : ZoneId.of(given);
    } catch (DateTimeException unknown) {
      throw new IllegalArgumentException(
          "The field timezone is not readable; it takes the name of a zone, such as Europe/Brussels.",
          unknown);
    }
  }

  private boolean isSet(String field) {
    return switch (value(field)) {
      case "true" -> true;
      case "false", "" -> false;
      default ->
          throw new IllegalArgumentException(
              "The field " + field + " is not readable; it takes true or false.");
    };
  }

  private String value(String field) {
    return Optional.ofNullable(fields().get(field)).orElse("").strip();
  }
}
