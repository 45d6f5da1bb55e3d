package org.callboard.live;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.callboard.clock.Moment;
import org.callboard.wire.Topic;

/** Which topics the newest revisions touched, and when that was sent out. Not safe for threads. */
final class Publications {
  static final int KEPT = 200;

  /** Revisions that were sent out at once, which several may be when they come fast. */
  record Publication(long first, long last, Set<String> topics, Moment at) {}

  private final Deque<Publication> newestFirst = new ArrayDeque<>();

  /** What a node finds at its start touches everything: nobody has painted it yet. */
  Publications(long found, Moment at) {
    newestFirst.add(new Publication(found, found, Set.of(Topic.ALL), at));
  }

  void add(long before, long after, Set<String> topics, Moment at) {
    newestFirst.addFirst(new Publication(before + 1, after, Set.copyOf(topics), at));
    if (newestFirst.size() > KEPT) {
      newestFirst.removeLast();
    }
  }

  Publication newest() {
    return newestFirst.getFirst();
  }

  /** Empty for a revision that is to come, or that is too long ago. */
  Optional<Publication> of(long revision) {
    return newestFirst.stream()
        .filter(each -> each.first() <= revision && revision <= each.last())
        .findFirst();
  }

  /** What was sent out after a revision, up to another. */
  List<Publication> between(long before, long after) {
    return newestFirst.stream()
        .dropWhile(each -> each.last() > after)
        .takeWhile(each -> each.last() > before)
        .toList();
  }

  /** Whether something that concerns a screen has been out for so long, and it does not show it. */
  boolean isBehind(Screen screen, Duration patience, Moment now) {
    if (screen.shown() == 0) {
      return now.since(screen.since()).compareTo(patience) > 0;
    }
    for (Iterator<Publication> each = newestFirst.iterator(); each.hasNext(); ) {
      Publication publication = each.next();
      if (publication.last() <= screen.shown()) {
        return false;
      }
      if (screen.isConcernedBy(publication.topics())
          && now.since(publication.at()).compareTo(patience) > 0) {
        return true;
      }
    }
    return false;
  }
}
