package org.callboard.interchange;

/**
 * Something in a source that an organiser should look at; nothing was dropped because of it.
 *
 * @param line the line of the source, from 1; 0 where it concerns the whole
 * @param code a short stable word for machines, such as {@code room-alias}
 * @param message what was found and what to do, for a person
 */
public record Warning(int line, String code, String message) {}
