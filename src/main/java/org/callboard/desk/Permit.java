package org.callboard.desk;

import java.util.concurrent.atomic.AtomicReference;

/**
 * Leave to commit, which can be taken back until it is used: so that who gives up on a journal that
 * hangs can still say for sure that nothing was saved. Any thread may call it.
 */
final class Permit {
  private enum State {
    OPEN,
    USED,
    TAKEN_BACK
  }

  private final AtomicReference<State> state = new AtomicReference<>(State.OPEN);

  /** Uses it; false when it was taken back. */
  boolean use() {
    return state.compareAndSet(State.OPEN, State.USED);
  }

  /** Takes it back; false when it was used. */
  boolean takeBack() {
    return state.compareAndSet(State.OPEN, State.TAKEN_BACK) || isTakenBack();
  }

  boolean isTakenBack() {
    return state.get() == State.TAKEN_BACK;
  }
}
