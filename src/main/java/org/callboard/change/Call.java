package org.callboard.change;

import java.time.Instant;

/**
 * A word from a room to the organisers, open until one of them answers it. It is never public.
 *
 * @param detail what else is to be known, or empty
 * @param by who called
 */
public record Call(String id, String room, CallKind kind, String detail, String by, Instant at) {}
