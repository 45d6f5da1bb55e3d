package org.callboard.feeds;

/** The labels in the language of who reads a feed. */
@FunctionalInterface
public interface Words {

  /** A label with {0}, {1} … filled in. */
  String say(String key, Object... values);
}
