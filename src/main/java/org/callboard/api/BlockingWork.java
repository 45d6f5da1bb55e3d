package org.callboard.api;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.WorkerExecutor;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.callboard.accounts.AccountsUnavailable;
import org.callboard.alarm.Alarm;
import org.callboard.outgoing.OutboxUnavailable;

/**
 * Work in the database that blocks, done beside the event loops, with its failures answered.
 *
 * @param alarm that the database cannot be asked
 */
record BlockingWork(WorkerExecutor worker, Alarm alarm) {

  /** Does the work, then answers with its result; a refused argument is answered as malformed. */
  <T> Future<T> answer(RoutingContext context, Callable<T> work, Handler<T> answer) {
    return done(work)
        .map(result -> answered(answer, result))
        .onFailure(trouble -> failed(context, trouble));
  }

  /** Does the work. */
  <T> Future<T> done(Callable<T> work) {
    return heard(worker.executeBlocking(work, false));
  }

  /** Does the work, and fails where that takes longer than somebody can wait. */
  <T> Future<T> done(Callable<T> work, long seconds) {
    return heard(worker.executeBlocking(work, false).timeout(seconds, TimeUnit.SECONDS));
  }

  private <T> Future<T> heard(Future<T> work) {
    return work.andThen(
        done -> {
          if (done.succeeded()) {
            alarm.clear();
          } else if (isOutage(done.cause())) {
            alarm.raise(reason(done.cause()));
          }
        });
  }

  /** Whether it is the database that failed, and not what was asked of it. */
  static boolean isOutage(Throwable trouble) {
    return trouble instanceof AccountsUnavailable
        || trouble instanceof OutboxUnavailable
        || trouble instanceof TimeoutException;
  }

  private static String reason(Throwable trouble) {
    Throwable cause = trouble.getCause() == null ? trouble : trouble.getCause();
    return String.valueOf(cause.getMessage()).strip();
  }

  /** Within the future, so that an answer that is refused half way is answered as well. */
  private static <T> T answered(Handler<T> answer, T result) {
    answer.handle(result);
    return result;
  }

  private static void failed(RoutingContext context, Throwable trouble) {
    if (trouble instanceof IllegalArgumentException refused) {
      Problem.malformed(refused.getMessage()).answer(context);
    } else if (isOutage(trouble)) {
      Authentication.unavailable(context);
    } else {
      context.fail(trouble);
    }
  }
}
