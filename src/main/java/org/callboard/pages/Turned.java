package org.callboard.pages;

/**
 * A board that is turned, for a device that hangs sideways.
 *
 * @param degrees clockwise: 90 or 270
 * @param address of the board itself, which is in a frame
 */
public record Turned(String title, String language, int degrees, String address) {}
