package org.callboard.outgoing;

import java.time.Instant;
import java.util.Optional;

/**
 * How it stands with a target.
 *
 * @param isPaused whether nothing is sent there for now; what happens meanwhile is sent afterwards
 * @param waiting how many messages are on their way
 * @param dead how many were given up
 * @param delivered when the last one was taken; empty where none was
 * @param stuck the oldest on its way, where it was tried in vain
 */
public record TargetState(
    boolean isPaused,
    long waiting,
    long dead,
    Optional<Instant> delivered,
    Optional<Delivery> stuck) {}
