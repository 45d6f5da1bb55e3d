package org.callboard.pages;

/**
 * What a door says, in words alone, for a board that is not a page.
 *
 * @param asOf since when it holds, in words; or empty where that was never said
 */
public record DoorWords(Door door, Bulletin bulletin, String asOf) {}
