package org.callboard.outgoing;

/** The database that holds what is to be sent cannot be asked. */
public final class OutboxUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  OutboxUnavailable(Throwable cause) {
    super("What is to be sent cannot be read or kept: " + cause.getMessage(), cause);
  }
}
