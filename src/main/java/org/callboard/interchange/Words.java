package org.callboard.interchange;

import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The words that a field allows, as the end of a sentence. */
final class Words {

  private Words() {}

  static <T> String allowed(T[] values, Function<T, String> word) {
    return Arrays.stream(values).map(word).collect(Collectors.joining(", ", "write one of ", ""));
  }
}
