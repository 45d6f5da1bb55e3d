package org.callboard.watch;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.callboard.interchange.Programmes;

/**
 * A programme at an address, asked for only when it has changed (RFC 9110 §13.1). Only this address
 * is ever asked, and where its own host sends on to, a few times; what comes is bounded in size and
 * in time.
 */
final class WebSource implements Source {
  private static final int MOST_REDIRECTS = 3;

  private final URI address;
  private final Duration patience;
  private final HttpClient client;
  private String tag = "";
  private String modified = "";

  WebSource(Vertx vertx, String address, Duration patience) {
    this.address = URI.create(address);
    this.patience = patience;
    this.client =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setConnectTimeout((int) patience.toMillis())
                .setDecompressionSupported(true));
  }

  @Override
  public Future<Optional<Buffer>> read() {
    return get(address, MOST_REDIRECTS).timeout(patience.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void forget() {
    tag = "";
    modified = "";
  }

  private Future<Optional<Buffer>> get(URI uri, int redirects) {
    RequestOptions options =
        new RequestOptions()
            .setMethod(HttpMethod.GET)
            .setAbsoluteURI(uri.toString())
            .setFollowRedirects(false)
            .setIdleTimeout(patience.toMillis());
    return client
        .request(options)
        .compose(request -> conditional(request).send())
        .compose(response -> answered(uri, response, redirects));
  }

  private HttpClientRequest conditional(HttpClientRequest request) {
    request.putHeader("Accept", "*/*").putHeader("User-Agent", "Callboard");
    if (!tag.isEmpty()) {
      request.putHeader("If-None-Match", tag);
    } else if (!modified.isEmpty()) {
      request.putHeader("If-Modified-Since", modified);
    }
    return request;
  }

  private Future<Optional<Buffer>> answered(URI uri, HttpClientResponse response, int redirects) {
    int status = response.statusCode();
    if (status == 200) {
      return bounded(response).map(bytes -> remembered(response, bytes));
    }
    response.exceptionHandler(reset -> {}); // that we end it here is no failure
    response.request().reset();
    if (status == 304) {
      return Future.succeededFuture(Optional.empty());
    }
    Optional<URI> next = next(uri, response);
    if (next.isPresent() && redirects > 0) {
      return get(next.get(), redirects - 1);
    }
    return Future.failedFuture(
        status >= 300 && status < 400
            ? "It sends on to another place (" + status + "); name that in watch.url."
            : "It answered " + status + ".");
  }

  /** Where the same host sends on to; never to another host, nor from https to http. */
  private static Optional<URI> next(URI uri, HttpClientResponse response) {
    String location = response.getHeader("Location");
    boolean isRedirect = response.statusCode() >= 301 && response.statusCode() <= 308;
    if (!isRedirect || location == null) {
      return Optional.empty();
    }
    try {
      URI next = uri.resolve(location);
      boolean isSame = Objects.equals(next.getHost(), uri.getHost());
      boolean isAsSafe =
          "https".equals(next.getScheme()) || uri.getScheme().equals(next.getScheme());
      return isSame && isAsSafe ? Optional.of(next) : Optional.empty();
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }

  private Optional<Buffer> remembered(HttpClientResponse response, Buffer bytes) {
    tag = Optional.ofNullable(response.getHeader("ETag")).orElse("");
    modified = Optional.ofNullable(response.getHeader("Last-Modified")).orElse("");
    return Optional.of(bytes);
  }

  private static Future<Buffer> bounded(HttpClientResponse response) {
    Promise<Buffer> whole = Promise.promise();
    Buffer bytes = Buffer.buffer();
    response.handler(
        chunk -> {
          if (bytes.length() + chunk.length() > Programmes.LARGEST_BYTES) {
            whole.tryFail(
                "What it sends is larger than the "
                    + Programmes.LARGEST_MEGABYTES
                    + " MB that are read.");
            response.request().reset();
          } else {
            bytes.appendBuffer(chunk);
          }
        });
    response.exceptionHandler(whole::tryFail);
    response.endHandler(end -> whole.tryComplete(bytes));
    return whole.future();
  }
}
