package org.callboard.api;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.callboard.feeds.Calendars;
import org.callboard.pages.Pages;
import org.callboard.programme.Slug;

/** The live programme for calendars; a feed is the same until the day changes. */
final class ExportRoutes {
  private static final String ENDING = ".ics";
  private static final int MOST_SESSIONS = 100;
  private static final int REMEMBERED = 64;

  /** Whole feeds are kept for as long as a revision; who chooses sessions has a feed alone. */
  private record Key(String path, String language, String home) {}

  private record Made(long revision, Optional<String> text) {}

  private final Chronicles chronicles;
  private final Pages pages;
  private final String language;
  private final Home home;
  private final Map<Key, Made> remembered =
      new LinkedHashMap<>(REMEMBERED, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Made> eldest) {
          return size() > REMEMBERED;
        }
      };

  ExportRoutes(Chronicles chronicles, Pages pages, String language, Home home) {
    this.chronicles = chronicles;
    this.pages = pages;
    this.language = language;
    this.home = home;
  }

  void mount(Router router) {
    read(router, "/exports/programme.ics", this::programme);
    read(router, "/exports/rooms/:file", this::room);
    read(router, "/exports/sessions/:file", this::session);
  }

  private static void read(Router router, String path, Handler<RoutingContext> handler) {
    router.route(path).method(HttpMethod.GET).method(HttpMethod.HEAD).handler(handler);
  }

  /** All of it, or the sessions that the address names. */
  private void programme(RoutingContext context) {
    List<String> chosen = context.queryParam("session");
    if (chosen.size() > MOST_SESSIONS) {
      Problem.malformed("A calendar takes " + MOST_SESSIONS + " sessions at most.").answer(context);
    } else if (chosen.isEmpty()) {
      answer(context, "programme", whole(context, feeds -> Optional.of(feeds.whole())));
    } else {
      answer(context, "programme", Optional.of(calendars(context).chosen(chosen)));
    }
  }

  private void room(RoutingContext context) {
    String room = named(context);
    answer(context, room, whole(context, feeds -> feeds.room(room)));
  }

  private void session(RoutingContext context) {
    String id = named(context);
    boolean everWas = chronicles.present().chronicle().trace(id).isPresent();
    answer(
        context,
        id,
        everWas ? Optional.of(calendars(context).chosen(List.of(id))) : Optional.empty());
  }

  /** The id before the ending; empty, which no id is, where the ending is another. */
  private static String named(RoutingContext context) {
    String file = context.pathParam("file");
    return file.endsWith(ENDING) ? file.substring(0, file.length() - ENDING.length()) : "";
  }

  private Optional<String> whole(
      RoutingContext context, Function<Calendars, Optional<String>> feed) {
    Key key =
        new Key(
            context.normalizedPath(),
            SpokenLanguage.of(context, language),
            home.of(context.request()));
    long revision = chronicles.present().revision();
    synchronized (remembered) {
      return remembered
          .compute(
              key,
              (same, last) ->
                  last != null && last.revision() == revision
                      ? last
                      : new Made(revision, feed.apply(calendars(context))))
          .text();
    }
  }

  private Calendars calendars(RoutingContext context) {
    Chronicles.Known known = chronicles.present();
    String spoken = SpokenLanguage.of(context, language);
    return new Calendars(
        known.agenda(),
        known.chronicle(),
        (key, values) -> pages.say(spoken, key, values),
        home.of(context.request()));
  }

  private static void answer(RoutingContext context, String name, Optional<String> calendar) {
    if (calendar.isEmpty()) {
      Problem.notFound(
              "There is no such calendar; /exports/programme.ics holds every session, and"
                  + " /api/event lists the rooms.")
          .answer(context);
      return;
    }
    String text = calendar.get();
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
        .putHeader("Content-Type", "text/calendar; charset=utf-8")
        .putHeader("Content-Disposition", "inline; filename=\"" + Slug.of(name) + ENDING + "\"")
        .end(text);
  }
}
