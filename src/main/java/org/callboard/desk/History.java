package org.callboard.desk;

import io.vertx.core.json.JsonObject;
import java.util.AbstractList;
import java.util.List;
import org.callboard.agenda.Past;
import org.callboard.journal.Entry;

/** Entries as planning looks back on them, each worked out when it is looked at. */
final class History extends AbstractList<Past> {
  private final List<Entry> entries;

  History(List<Entry> entries) {
    this.entries = entries;
  }

  @Override
  public Past get(int index) {
    Entry entry = entries.get(index);
    return new Past(entry.revision(), entry.at(), type(entry), entry.effects(), entry.undoes());
  }

  @Override
  public int size() {
    return entries.size();
  }

  /** The word of a change that an entry holds, such as {@code delay}. */
  static String type(Entry entry) {
    return new JsonObject(entry.change()).getString("type", "change");
  }
}
