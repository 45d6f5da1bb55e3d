package org.callboard.pages;

/** The head of a page: which event, which day, what time; and the rehearsal mark, or empty. */
public record Masthead(String name, String day, String time, String rehearsal) {}
