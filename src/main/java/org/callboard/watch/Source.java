package org.callboard.watch;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.util.Optional;

/** Where a programme lies that somebody else writes. Owned by one event loop. */
interface Source {

  /** What is there now; empty where it is the same as last time. It fails with a reason. */
  Future<Optional<Buffer>> read();

  /** What was read last could not be used, so it is to be read again. */
  void forget();
}
