package org.callboard.pages;

import java.util.List;

/** One room of the lobby. */
public record RoomRow(String id, String name, String tongues, List<Sign> signs, List<Line> lines) {}
