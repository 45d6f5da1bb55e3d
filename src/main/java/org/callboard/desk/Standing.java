package org.callboard.desk;

import java.time.Duration;
import java.util.Optional;

/**
 * How far a node has come along the journal.
 *
 * @param head the newest revision that it shows
 * @param lag how many revisions others say there are beyond that
 * @param behindFor since when there have been such; empty where it shows all it heard of
 * @param unreadFor since when it has not read in the journal
 * @param halted why it follows no further though the journal can be reached: it was replaced, is
 *     damaged, or was written by a later version
 */
public record Standing(
    long head,
    long lag,
    Optional<Duration> behindFor,
    Duration unreadFor,
    Optional<String> halted) {}
