package org.callboard.live;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.callboard.board.Board;
import org.callboard.wire.Messages;
import org.callboard.wire.Topic;

/**
 * What the turn of some films to their next frame is to those who stand at one subscription.
 *
 * @param topics of the rooms whose film they hold and see another frame of
 * @param text what is said of these; empty where there are none
 * @param then where they stand when they have been told
 * @param missing the topics that they watch of films that they do not hold
 */
record Turning(
    List<String> topics, Optional<WireText> text, Subscription then, Set<String> missing) {

  static Turning of(Subscription from, Collection<Board> films, long revision, Instant at) {
    Map<String, Integer> frames = from.turns(films, at);
    Optional<WireText> text =
        frames.isEmpty()
            ? Optional.empty()
            : Optional.of(WireText.forMany(Messages.frames(revision, at, frames)));
    List<String> topics = frames.keySet().stream().map(Topic::room).toList();
    return new Turning(topics, text, from.turned(frames), from.missing(films));
  }
}
