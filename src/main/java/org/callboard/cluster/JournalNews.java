package org.callboard.cluster;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.callboard.desk.Desk;
import org.callboard.journal.Entry;
import org.callboard.journal.EntryJson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the nodes tell each other of the journal: entries as soon as they are saved, and every
 * second the head. An older node that cannot read an entry still reads the head beside it.
 */
final class JournalNews {
  private static final Logger LOG = LoggerFactory.getLogger(JournalNews.class);
  private static final String ADDRESS = "callboard.journal";

  /** Characters of entries in one message; of more, the others read in the journal. */
  private static final int MOST_CHARACTERS = 256 * 1024;

  private static final long BEAT_MILLIS = 1_000;

  private final NodeBus bus;
  private final String self;
  private final Desk desk;
  private final Circle circle;

  private JournalNews(NodeBus bus, String self, Desk desk, Circle circle) {
    this.bus = bus;
    this.self = self;
    this.desk = desk;
    this.circle = circle;
  }

  /** Spreads what a desk appends, and tells it what others do. */
  static void spread(Vertx vertx, NodeBus bus, String self, Desk desk, Circle circle) {
    JournalNews news = new JournalNews(bus, self, desk, circle);
    bus.hear(ADDRESS, news::heard);
    desk.tellAppended(news::appended);
    news.sayHead();
    vertx.setPeriodic(BEAT_MILLIS, beat -> news.sayHead());
  }

  private void sayHead() {
    bus.say(ADDRESS, head(desk.standing().head()));
  }

  private JsonObject head(long revision) {
    return new JsonObject().put("head", revision).put("name", self);
  }

  private void appended(List<Entry> entries) {
    JsonObject message = head(entries.get(entries.size() - 1).revision());
    List<String> texts = entries.stream().map(EntryJson::write).toList();
    if (texts.stream().mapToInt(String::length).sum() <= MOST_CHARACTERS) {
      message.put("entries", new JsonArray(texts));
    }
    bus.say(ADDRESS, message);
  }

  private void heard(JsonObject message) {
    if (message.getValue("entries") instanceof JsonArray texts) {
      hearEntries(texts);
    }
    if (message.getValue("head") instanceof Number head) {
      desk.hear(head.longValue());
      circle.heard(message.getString("node"), message.getString("name", "?"), head.longValue());
    }
  }

  private void hearEntries(JsonArray texts) {
    try {
      desk.hear(texts.stream().map(text -> EntryJson.read((String) text)).toList());
    } catch (IllegalArgumentException | ClassCastException unreadable) {
      LOG.debug("Entries of another version are left to the journal: {}", unreadable.getMessage());
    }
  }
}
