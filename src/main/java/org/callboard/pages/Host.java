package org.callboard.pages;

/**
 * The page of whoever hosts a room: what is on in it, and what its script starts from.
 *
 * @param link a JSON object of what the link is good for, and how the room stands
 */
public record Host(Masthead masthead, RoomRow row, String needsScript, String link) {}
