package org.callboard.api;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.callboard.feeds.Alerts;
import org.callboard.feeds.Calendars;
import org.callboard.feeds.LiveProgramme;
import org.callboard.feeds.News;
import org.callboard.feeds.Words;
import org.callboard.interchange.Outgoing;
import org.callboard.live.Scripts;
import org.callboard.pages.Pages;

/**
 * The texts of exports, each made once for as long as the day stays the same, and beside the event
 * loops. Any thread may ask.
 */
final class Exports {
  private static final int REMEMBERED = 64;

  private final Chronicles chronicles;
  private final Scripts scripts;
  private final Pages pages;
  private final String language;
  private final PublicAddress address;
  private final Map<Key, Made> remembered =
      new LinkedHashMap<>(REMEMBERED, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Made> eldest) {
          return size() > REMEMBERED;
        }
      };

  /** The parts of a request that an export differs by. */
  private record Key(String path, String language, String home) {}

  /**
   * A text with what it was made of.
   *
   * @param opened how many announcements had opened
   */
  private record Made(long revision, long opened, Optional<String> text) {}

  Exports(
      Chronicles chronicles, Scripts scripts, Pages pages, String language, PublicAddress address) {
    this.chronicles = chronicles;
    this.scripts = scripts;
    this.pages = pages;
    this.language = language;
    this.address = address;
  }

  /** The day as one who asks may read it. */
  record View(
      Chronicles.Known known,
      Words words,
      String language,
      String home,
      Instant now,
      boolean isRehearsal) {

    Calendars calendars() {
      return new Calendars(known.agenda(), known.chronicle(), words, home);
    }

    Outgoing programme() {
      return LiveProgramme.of(known.agenda(), known.chronicle(), known.revision(), words, home);
    }

    Alerts alerts() {
      return new Alerts(known.agenda(), known.chronicle(), language, home, isRehearsal);
    }

    News news() {
      return new News(known.agenda(), known.chronicle(), words, language, home, alerts());
    }

    private long opened() {
      return known.agenda().announcements().stream()
          .filter(live -> !live.announcement().from().isAfter(now))
          .count();
    }
  }

  View view(RoutingContext context) {
    String spoken = SpokenLanguage.of(context, language);
    return new View(
        chronicles.present(),
        (key, values) -> pages.say(spoken, key, values),
        spoken,
        address.orNone(context.request()),
        scripts.now(),
        scripts.clock().isRehearsal());
  }

  /** The text of an address, which is the same for all who ask alike. */
  Future<Optional<String>> whole(RoutingContext context, Function<View, Optional<String>> make) {
    View view = view(context);
    Key key = new Key(context.normalizedPath(), view.language(), view.home());
    Optional<Made> known = known(key, view);
    return known.isPresent()
        ? Future.succeededFuture(known.get().text())
        : context.vertx().executeBlocking(() -> made(key, view, make).text(), false);
  }

  private Optional<Made> known(Key key, View view) {
    synchronized (remembered) {
      return Optional.ofNullable(remembered.get(key))
          .filter(made -> made.revision() == view.known().revision())
          .filter(made -> made.opened() == view.opened());
    }
  }

  /** Who asks while another's is being made waits for it. */
  private synchronized Made made(Key key, View view, Function<View, Optional<String>> make) {
    Optional<Made> known = known(key, view);
    if (known.isPresent()) {
      return known.get();
    }
    Made made = new Made(view.known().revision(), view.opened(), make.apply(view));
    synchronized (remembered) {
      remembered.put(key, made);
    }
    return made;
  }
}
