package org.callboard.api;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Who has what open in a console now: one notice for each tab, forgotten when it has not been
 * repeated for a while. It is a courtesy between organisers and decides nothing. Any thread may
 * call it.
 */
public final class Presence {
  /** How long a notice lasts that is not repeated. */
  static final long LASTS_NANOS = 30_000_000_000L;

  /** Tabs that are remembered; of more, those unheard for longest are forgotten first. */
  static final int MOST_TABS = 500;

  private final LongSupplier nanos;
  private final Map<Tab, Here> tabs = new LinkedHashMap<>();
  private volatile Consumer<JsonObject> noted = notice -> {};

  /** A tab speaks for its own user only. */
  private record Tab(String user, String id) {}

  /**
   * What one tab has open.
   *
   * @param session its id, or empty
   */
  record Here(String user, String session, List<String> rooms, long heard) {
    Here {
      rooms = List.copyOf(rooms);
    }

    boolean meets(Here other) {
      boolean same = !session.isEmpty() && session.equals(other.session);
      return same || rooms.stream().anyMatch(other.rooms::contains);
    }
  }

  /** A registry on a clock that never steps, in nanoseconds. */
  public Presence(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /** Tells somebody of each notice that is made here. */
  public void whenNoted(Consumer<JsonObject> told) {
    noted = told;
  }

  /** A notice that was made at another node. */
  public void heard(JsonObject notice) {
    List<String> rooms = notice.getJsonArray("rooms").stream().map(String.class::cast).toList();
    note(notice.getString("tab"), notice.getString("user"), notice.getString("session"), rooms);
  }

  /** Notes what a tab of a user has open, and answers what others have open of the same. */
  List<Here> notedHere(String tab, String user, String session, List<String> rooms) {
    noted.accept(
        new JsonObject()
            .put("tab", tab)
            .put("user", user)
            .put("session", session)
            .put("rooms", new JsonArray(rooms)));
    return note(tab, user, session, rooms);
  }

  synchronized List<Here> note(String tab, String user, String session, List<String> rooms) {
    long now = nanos.getAsLong();
    Tab key = new Tab(user, tab);
    tabs.values().removeIf(here -> now - here.heard() > LASTS_NANOS);
    tabs.remove(key);
    Here own = new Here(user, session, rooms, now);
    List<Here> met = tabs.values().stream().filter(own::meets).toList();
    if (!session.isEmpty() || !rooms.isEmpty()) {
      tabs.put(key, own);
    }
    forgetBeyondBound();
    return met;
  }

  private void forgetBeyondBound() {
    Iterator<Here> longestUnheard = tabs.values().iterator();
    while (tabs.size() > MOST_TABS) {
      longestUnheard.next();
      longestUnheard.remove();
    }
  }
}
