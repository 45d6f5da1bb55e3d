package org.callboard.pages;

/**
 * What surrounds every page: its head, the announcements, and what its script is given to start
 * from.
 *
 * @param kind {@code lobby}, {@code door}, {@code programme} or {@code message}
 * @param room the room of a door, else empty
 * @param messages a JSON array of live messages, the same as the live channel sends
 * @param labels a JSON object of label texts
 * @param turning a JSON array of the same in each language that it turns through
 * @param spoken the languages in which everything is said at once
 */
public record Shell(
    String title,
    String kind,
    String room,
    String language,
    String theme,
    boolean fixed,
    Bulletin bulletin,
    String messages,
    String labels,
    String turning,
    String spoken) {}
