package org.callboard.live;

import java.time.Duration;
import java.util.Optional;
import org.callboard.clock.Moment;

/**
 * Another node, as it was last heard.
 *
 * @param id another at each start of it
 * @param name the address by which people know it
 * @param head the newest revision that it shows
 * @param heard when it last said so
 * @param clock what its clock was measured to be; empty before that was done
 */
public record Neighbour(
    String id, String name, long head, Moment heard, Optional<Comparison> clock) {

  /** One that says nothing for longer is hung, cut off or gone. */
  private static final Duration SILENT = Duration.ofSeconds(5);

  /**
   * Its clock beside ours.
   *
   * @param difference how far its wall clock is ahead; negative where it is behind
   * @param roundTrip how long the question and its answer took; the difference may be wrong by half
   *     of that
   */
  public record Comparison(Duration difference, Duration roundTrip) {}

  public Neighbour compared(Comparison comparison) {
    return new Neighbour(id, name, head, heard, Optional.of(comparison));
  }

  public Neighbour heard(long newHead, Moment at) {
    return new Neighbour(id, name, newHead, at, clock);
  }

  public boolean isSilent(Moment now) {
    return silence(now).compareTo(SILENT) > 0;
  }

  public Duration silence(Moment now) {
    return now.since(heard);
  }
}
