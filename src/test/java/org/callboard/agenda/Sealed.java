package org.callboard.agenda;

import java.util.HashSet;
import java.util.Set;

/** The records that a sealed interface is made of, whatever is between. */
final class Sealed {
  private Sealed() {}

  static Set<Class<?>> leaves(Class<?> type) {
    Set<Class<?>> leaves = new HashSet<>();
    if (!type.isSealed()) {
      return Set.of(type);
    }
    for (Class<?> permitted : type.getPermittedSubclasses()) {
      leaves.addAll(leaves(permitted));
    }
    return leaves;
  }
}
