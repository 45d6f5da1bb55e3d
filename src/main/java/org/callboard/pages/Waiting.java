package org.callboard.pages;

/** A screen that has no assignment: what it says above its code, and where the code is entered. */
public record Waiting(Masthead masthead, String heading, String how, String needsScript) {}
