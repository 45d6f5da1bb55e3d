package org.callboard.api;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.callboard.live.Scripts;
import org.callboard.pages.Display;
import org.callboard.pages.Pages;
import org.callboard.pages.Speech;
import org.callboard.pages.View;

/** The pages that people and screens open, each with its board already in it. */
final class PageRoutes {
  static final List<String> THEMES = List.of("night", "day", "contrast", "dim");

  private static final List<String> MODES = List.of("single", "stacked", "alternating");
  private static final List<String> TURNS = List.of("90", "270");

  private final Scripts scripts;
  private final Days days;
  private final Pages pages;
  private final String language;

  PageRoutes(Scripts scripts, Days days, Pages pages, String language) {
    this.scripts = scripts;
    this.days = days;
    this.pages = pages;
    this.language = language;
  }

  void mount(Router router) {
    router.get("/").handler(this::lobby);
    router.get("/rooms/:id").handler(this::door);
    router.get("/display/worker.js").handler(PageRoutes::worker);
    router.get("/screen").handler(this::screen);
  }

  /** A screen that has no assignment yet, or is about to ask for it. */
  private void screen(RoutingContext context) {
    html(context, 200, pages.screen(view(context, "night")));
  }

  /** It keeps pages outside its own folder, and is asked for anew at each visit. */
  private static void worker(RoutingContext context) {
    context
        .response()
        .putHeader("Content-Type", "text/javascript; charset=utf-8")
        .putHeader("Cache-Control", "no-cache")
        .putHeader("Service-Worker-Allowed", "/")
        .end(Display.worker());
  }

  /** Says in the page's own calm way that something is not there, or failed. */
  void message(RoutingContext context, int status, String headline, String detail) {
    html(context, status, pages.message(present(), headline, detail));
  }

  private void lobby(RoutingContext context) {
    if (wantsText(context)) {
      text(context, 200, pages.lobbyText(view(context, "night")));
    } else {
      View view = view(context, "night");
      board(context, view, () -> pages.lobby(view));
    }
  }

  private void door(RoutingContext context) {
    String room = context.pathParam("id");
    boolean wantsText = wantsText(context);
    View view = view(context, "night");
    if (view.boards().board(room).isEmpty()) {
      missing(context, wantsText);
    } else if (wantsText) {
      text(context, 200, pages.doorText(view, room));
    } else {
      board(context, view, () -> pages.door(view, room));
    }
  }

  /** A board, or the frame in which it is turned. */
  private void board(RoutingContext context, View view, Supplier<String> board) {
    Optional<String> turn = chosen(context, "turn", TURNS);
    if (turn.isPresent()) {
      SecurityHeaders.allowOwnFrames(context);
      html(context, 200, pages.turned(view, Integer.parseInt(turn.get()), unturned(context)));
    } else {
      html(context, 200, board.get());
    }
  }

  /** The address of the request without its turn. */
  private static String unturned(RoutingContext context) {
    return Stream.of(context.request().query().split("&"))
        .filter(parameter -> !parameter.startsWith("turn="))
        .collect(Collectors.joining("&", context.request().path() + "?", ""));
  }

  private void missing(RoutingContext context, boolean wantsText) {
    String headline = "There is no such room here";
    String detail = "The rooms of this event are listed below.";
    if (wantsText) {
      text(context, 404, pages.messageText(present(), headline, detail));
    } else {
      message(context, 404, headline, detail);
    }
  }

  /** As {@code format} says; else as the request rather reads, a page where it does not mind. */
  private static boolean wantsText(RoutingContext context) {
    String format = oneOf(context, "format", List.of("html", "text"), "");
    if (!format.isEmpty()) {
      return format.equals("text");
    }
    return context.parsedHeaders().accept().stream()
        .filter(type -> type.component().equals("text") || type.component().equals("*"))
        .findFirst()
        .filter(type -> type.subComponent().equals("plain"))
        .isPresent();
  }

  /**
   * A parameter that takes one of a few words.
   *
   * @throws IllegalArgumentException when it is another
   */
  static String oneOf(RoutingContext context, String name, List<String> words, String otherwise) {
    String word = context.queryParam(name).stream().findFirst().orElse(otherwise);
    if (!word.equals(otherwise) && !words.contains(word)) {
      throw new IllegalArgumentException(
          "The parameter "
              + name
              + " is not readable; it takes one of "
              + String.join(", ", words)
              + ".");
    }
    return word;
  }

  /** What a request asks to be shown. */
  View view(RoutingContext context, String theme) {
    Asked asked = days.asked(context);
    Speech speech = speech(context);
    return new View(
        asked.boards(),
        asked.at(),
        scripts.clock().isRehearsal(),
        scripts.clock().speed(),
        asked.isFixed(),
        speech.languages().get(0),
        chosen(context, "theme", THEMES).orElse(theme),
        context.queryParam("screen").stream().findFirst().orElse(""),
        context.queryParam("rooms").stream().flatMap(all -> Stream.of(all.split(","))).toList(),
        speech);
  }

  /** As {@code languages} and {@code mode} say; else one language, as {@code lang} says. */
  private Speech speech(RoutingContext context) {
    List<String> languages =
        context.queryParam("languages").stream()
            .flatMap(all -> Stream.of(all.split(",")))
            .filter(SpokenLanguage.ALL::contains)
            .toList();
    Speech.Mode mode =
        chosen(context, "mode", MODES)
            .map(word -> Speech.Mode.valueOf(word.toUpperCase(Locale.ROOT)))
            .orElse(Speech.Mode.SINGLE);
    String one = chosen(context, "lang", SpokenLanguage.ALL).orElse(language);
    return new Speech(languages.isEmpty() ? List.of(one) : languages, mode);
  }

  private View present() {
    return new View(
        scripts.boards(),
        scripts.now(),
        scripts.clock().isRehearsal(),
        scripts.clock().speed(),
        true,
        language,
        "night");
  }

  private static Optional<String> chosen(RoutingContext context, String key, List<String> allowed) {
    return context.queryParam(key).stream().filter(allowed::contains).findFirst();
  }

  private static void text(RoutingContext context, int status, String text) {
    answer(context, status, "text/plain", text);
  }

  private static void html(RoutingContext context, int status, String page) {
    answer(context, status, "text/html", page);
  }

  private static void answer(RoutingContext context, int status, String type, String text) {
    context
        .response()
        .setStatusCode(status)
        .putHeader("Content-Type", type + "; charset=utf-8")
        .putHeader("Cache-Control", "no-store")
        .putHeader("Vary", "Accept")
        .end(text);
  }
}
