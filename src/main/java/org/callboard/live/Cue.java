package org.callboard.live;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.callboard.wire.Topic;

/**
 * What the event clock says on the event bus, and what one screen is to do. Each cue is whole and
 * may be lost or doubled without harm: it names the revision and the frames that hold, never a step
 * from what was.
 */
public sealed interface Cue {

  /** The clock is alive: its instant and rate, and the newest revision. */
  record Tick(Instant now, double speed, long revision) implements Cue {}

  /**
   * One paired screen is to do something: {@code identify}, {@code reload} or {@code assign}.
   *
   * @param isPassedOn whether it was given at another node
   */
  record Command(String screen, String what, boolean isPassedOn) implements Cue {
    public Command(String screen, String what) {
      this(screen, what, false);
    }
  }

  /** What the node sends to its own virtual screen, to see whether it arrives. */
  record Probe(String id) implements Cue {}

  /** Boards have turned: the frame that each room named shows from now on. */
  record Turn(long revision, Instant at, Map<String, Integer> frames) implements Cue {
    public Turn {
      frames = Map.copyOf(frames);
    }
  }

  /**
   * The day has changed: the rooms whose boards show something else now, and whether the venue
   * does.
   */
  record Changed(long revision, Set<String> rooms, boolean isVenueTouched) implements Cue {
    public Changed {
      rooms = Set.copyOf(rooms);
    }

    /** The topics whose state is another now. */
    public Set<String> topics() {
      Set<String> topics = new LinkedHashSet<>();
      if (isVenueTouched) {
        topics.add(Topic.VENUE);
      }
      rooms.stream().map(Topic::room).forEach(topics::add);
      return topics;
    }
  }
}
