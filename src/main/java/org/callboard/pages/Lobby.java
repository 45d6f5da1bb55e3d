package org.callboard.pages;

import java.util.List;

/**
 * Every room at a glance.
 *
 * @param pause the venue-wide break that is on, or empty
 * @param note a line at the foot, or empty
 * @param phone what stands beside the QR code that leads to the programme
 */
public record Lobby(
    Masthead masthead, String pause, List<RoomRow> rows, String note, String phone) {}
