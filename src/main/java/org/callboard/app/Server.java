package org.callboard.app;

/** The running server. */
final class Server {

  private Server() {}

  static int run(Settings settings, ServeOptions options) {
    throw new UnsupportedOperationException(
        "serving is not in this build: source=" + options.source() + " host=" + settings.host());
  }
}
