package org.callboard.api;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.callboard.interchange.Programmes;
import org.callboard.programme.Slug;

/**
 * The live day in the formats of the field: programmes, calendars, news and alerts. Each is the
 * same until the day changes.
 */
final class ExportRoutes {
  private static final int MOST_SESSIONS = 100;
  private static final String CALENDAR = "text/calendar; charset=utf-8";
  private static final String JSON = "application/json";

  /** Files of the whole programme, each with its format and media type. */
  private static final Map<String, List<String>> FILES = new LinkedHashMap<>();

  static {
    FILES.put("schedule.xml", List.of("schedule.xml", "application/xml; charset=utf-8"));
    FILES.put("schedule.json", List.of("schedule.json", JSON));
    FILES.put("schedule2.json", List.of("schedule2.json", JSON));
    FILES.put("programme.json", List.of("json", JSON));
    FILES.put("programme.yaml", List.of("yaml", "application/yaml"));
    FILES.put("programme.csv", List.of("csv", "text/csv; charset=utf-8"));
  }

  private final Chronicles chronicles;
  private final Exports exports;

  ExportRoutes(Chronicles chronicles, Exports exports) {
    this.chronicles = chronicles;
    this.exports = exports;
  }

  void mount(Router router) {
    FILES.forEach(
        (name, format) ->
            router.get("/exports/" + name).handler(context -> file(context, name, format)));
    router.get("/exports/programme.ics").handler(this::programme);
    router.get("/exports/rooms/:file").handler(this::room);
    router.get("/exports/sessions/:file").handler(this::session);
    router.get("/exports/announcements.atom").handler(this::news);
    router.get("/exports/alerts/:file").handler(this::alert);
  }

  private void file(RoutingContext context, String name, List<String> format) {
    whole(
        context,
        name,
        format.get(1),
        view -> Optional.of(Programmes.write(view.programme(), format.get(0))));
  }

  /** All of it, or the sessions that the address names. */
  private void programme(RoutingContext context) {
    List<String> chosen = context.queryParam("session");
    if (chosen.size() > MOST_SESSIONS) {
      Problem.malformed("A calendar takes " + MOST_SESSIONS + " sessions at most.").answer(context);
    } else if (chosen.isEmpty()) {
      whole(context, "programme.ics", CALENDAR, view -> Optional.of(view.calendars().whole()));
    } else {
      String text = exports.view(context).calendars().chosen(chosen);
      answer(context, "programme.ics", CALENDAR, Optional.of(text));
    }
  }

  private void room(RoutingContext context) {
    String room = named(context, ".ics");
    whole(context, Slug.of(room) + ".ics", CALENDAR, view -> view.calendars().room(room));
  }

  private void session(RoutingContext context) {
    String id = named(context, ".ics");
    Optional<String> text =
        chronicles
            .present()
            .chronicle()
            .trace(id)
            .map(was -> exports.view(context).calendars().chosen(List.of(id)));
    answer(context, Slug.of(id) + ".ics", CALENDAR, text);
  }

  private void news(RoutingContext context) {
    whole(
        context,
        "announcements.atom",
        "application/atom+xml; charset=utf-8",
        view -> Optional.of(view.news().at(view.now())));
  }

  private void alert(RoutingContext context) {
    String name = named(context, ".cap");
    Optional<String> text = exports.view(context).alerts().message(name);
    answer(context, Slug.of(name) + ".cap", "application/cap+xml", text);
  }

  /** The name before an ending; empty, which nothing has, where the ending is another. */
  private static String named(RoutingContext context, String ending) {
    String file = context.pathParam("file");
    return file.endsWith(ending) ? file.substring(0, file.length() - ending.length()) : "";
  }

  private void whole(
      RoutingContext context,
      String name,
      String type,
      Function<Exports.View, Optional<String>> make) {
    exports
        .whole(context, make)
        .onSuccess(text -> answer(context, name, type, text))
        .onFailure(context::fail);
  }

  private static void answer(
      RoutingContext context, String name, String type, Optional<String> made) {
    if (made.isEmpty()) {
      Problem.notFound(
              "There is no such export; /exports/programme.ics holds every session,"
                  + " /exports/announcements.atom every alert, and /api/event lists the rooms.")
          .answer(context);
      return;
    }
    String text = made.get();
    context
        .response()
        .putHeader(
            "ETag", "W/\"" + Integer.toHexString(text.hashCode()) + "-" + text.length() + "\"")
        .putHeader("Cache-Control", "no-cache")
        .putHeader("Vary", "Accept-Language");
    if (context.isFresh()) {
      context.response().setStatusCode(304).end();
      return;
    }
    context
        .response()
        .putHeader("Content-Type", type)
        .putHeader("Content-Disposition", "inline; filename=\"" + name + "\"")
        .end(text);
  }
}
