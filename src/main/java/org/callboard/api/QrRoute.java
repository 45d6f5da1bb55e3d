package org.callboard.api;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.regex.Pattern;
import org.callboard.pages.QrCode;

/** QR codes of pages of this server, for screens to show; of no other address. */
final class QrRoute {
  /** RFC 3986: a path of this server with a query; two slashes would begin another host. */
  private static final Pattern PATH =
      Pattern.compile(
          "/(?!/)[A-Za-z0-9._~!$&'()*+,;=:@%/-]*(\\?[A-Za-z0-9._~!$&'()*+,;=:@%/?-]*)?");

  private static final int LONGEST = 200;

  /** How long an address may stand in a cache after publicUrl was set anew. */
  private static final int FRESH_SECONDS = 600;

  private final PublicAddress address;

  QrRoute(PublicAddress address) {
    this.address = address;
  }

  void mount(Router router) {
    router.get("/qr.svg").handler(this::draw);
  }

  private void draw(RoutingContext context) {
    String path = context.queryParam("path").stream().findFirst().orElse("/");
    if (path.length() > LONGEST || !PATH.matcher(path).matches()) {
      throw new IllegalArgumentException(
          "The parameter path is not readable; it takes a path of this server, such as /programme.");
    }
    context
        .response()
        .putHeader("Content-Type", "image/svg+xml")
        .putHeader("Cache-Control", "private, max-age=" + FRESH_SECONDS)
        .end(QrCode.of(address.of(context.request()) + path).svg());
  }
}
