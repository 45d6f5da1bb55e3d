package org.callboard.cluster;

/** A node cannot take part in a cluster as it is configured; the message says what would do. */
public final class UnusableCluster extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnusableCluster(String message) {
    super(message);
  }

  UnusableCluster(String message, Throwable cause) {
    super(message, cause);
  }
}
