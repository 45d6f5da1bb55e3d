package org.callboard.outgoing;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** Brings one signed body to a target over HTTP, and tells what status it was answered with. */
final class Carrier {
  private static final Duration CONNECTING = Duration.ofSeconds(3);

  private final HttpClient client;
  private final Duration patience;

  /**
   * A carrier.
   *
   * @param patience how long a receiver may take to answer
   */
  Carrier(Vertx vertx, Duration patience) {
    this.patience = patience;
    this.client =
        vertx.createHttpClient(
            new HttpClientOptions().setConnectTimeout((int) CONNECTING.toMillis()));
  }

  /** The status of the answer; a redirect is an answer like any other, and is not followed. */
  Future<Integer> post(Target target, String id, String body, Instant now) {
    long second = now.getEpochSecond();
    RequestOptions options =
        new RequestOptions()
            .setMethod(HttpMethod.POST)
            .setAbsoluteURI(target.url())
            .setFollowRedirects(false)
            .setConnectTimeout(CONNECTING.toMillis())
            .setIdleTimeout(patience.toMillis())
            .putHeader("Content-Type", "application/json")
            .putHeader("User-Agent", "Callboard")
            .putHeader("webhook-id", id)
            .putHeader("webhook-timestamp", String.valueOf(second))
            .putHeader("webhook-signature", Signature.of(target.secret(), id, second, body));
    return client.request(options).compose(request -> answer(request, body));
  }

  /**
   * One that has not answered in time is left, so that nothing is under way when it is sent again.
   */
  private Future<Integer> answer(HttpClientRequest request, String body) {
    return request
        .send(body)
        .map(Carrier::status)
        .timeout(patience.toMillis(), TimeUnit.MILLISECONDS)
        .onFailure(late -> request.reset());
  }

  /** What a receiver says beside its status is nobody's concern, and may have no end. */
  private static int status(HttpClientResponse response) {
    response.exceptionHandler(reset -> {}); // that we end it here is no failure
    response.request().reset();
    return response.statusCode();
  }

  static boolean isTaken(int status) {
    return status >= 200 && status < 300;
  }

  /** What is wrong with an answer, or that there was none, in words. */
  static String trouble(Integer status, Throwable cause) {
    if (status != null) {
      return "It answered " + status + ".";
    }
    String message = cause.getMessage();
    return message == null ? cause.getClass().getSimpleName() : message.replaceAll("\\s+", " ");
  }

  Future<Void> close() {
    return client.close();
  }
}
