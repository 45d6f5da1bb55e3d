package org.callboard.watch;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;

/**
 * What is watched, and what becomes of a new edition there.
 *
 * @param source an http or https address, or the path of a file
 * @param zone for a source that names none; else that of the event
 * @param localTimes whether offsets in the source are false and its times local
 * @param isTaken whether an edition is imported by itself; else it waits for an organiser
 */
public record WatchSettings(
    String source, Duration every, Optional<ZoneId> zone, boolean localTimes, boolean isTaken) {

  boolean isWeb() {
    return source.startsWith("http://") || source.startsWith("https://");
  }

  /** The source for people: without what stands before the host or after the path. */
  String shown() {
    return isWeb()
        ? source.replaceFirst("[?#].*$", "").replaceFirst("//[^/@]*@", "//")
        : source.substring(Math.max(source.lastIndexOf('/'), source.lastIndexOf('\\')) + 1);
  }
}
