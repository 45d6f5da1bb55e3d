package org.callboard.agenda;

/**
 * That a delay became smaller on its way through a room.
 *
 * @param session the id of the break that gave way; empty for a gap between two sessions
 * @param room where; empty for a break that gave way in every room
 */
public record Absorption(String session, String room, long minutes) {}
