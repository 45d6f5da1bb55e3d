package org.callboard.change;

import java.time.Instant;

/**
 * A change that waits for its instant.
 *
 * @param due when the event clock makes it
 * @param request the change as it was asked for; a text that only the desk reads
 * @param author on whose behalf it is made
 */
public record Pending(String id, Instant due, String request, String author) {}
