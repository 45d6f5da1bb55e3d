package org.callboard.desk;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.callboard.journal.Entry;

/** Which entry each author made with each idempotency key. Owned by the desk. */
final class Keys {
  private record Name(String author, String key) {}

  private final Map<Name, Entry> entries = new HashMap<>();

  void remember(List<Entry> more) {
    more.stream()
        .filter(entry -> !entry.key().isEmpty())
        .forEach(entry -> entries.put(new Name(entry.author(), entry.key()), entry));
  }

  Optional<Entry> find(Proposal proposal) {
    return Optional.ofNullable(entries.get(new Name(proposal.author(), proposal.key())));
  }
}
