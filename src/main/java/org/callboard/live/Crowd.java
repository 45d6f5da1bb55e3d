package org.callboard.live;

/**
 * Phones of one node that watch the same: they are counted, and nothing is told of each.
 *
 * @param each a phone as any of them is
 */
public record Crowd(Screen each, int count) {}
