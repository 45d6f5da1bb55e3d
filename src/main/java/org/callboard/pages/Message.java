package org.callboard.pages;

import java.util.List;

/** A page that says that something is not there, and where to go instead. */
public record Message(
    Masthead masthead, String headline, String detail, String lobbyWord, List<RoomRow> rooms) {}
