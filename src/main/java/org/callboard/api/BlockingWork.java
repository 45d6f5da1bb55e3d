package org.callboard.api;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.WorkerExecutor;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.Callable;
import org.callboard.accounts.AccountsUnavailable;
import org.callboard.outgoing.OutboxUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Work on accounts that blocks, done beside the event loops, with its failures answered. */
record BlockingWork(WorkerExecutor worker) {
  private static final Logger LOG = LoggerFactory.getLogger(BlockingWork.class);

  /** Does the work, then answers with its result; a refused argument is answered as malformed. */
  <T> Future<T> answer(RoutingContext context, Callable<T> work, Handler<T> answer) {
    return worker
        .executeBlocking(work, false)
        .map(result -> answered(answer, result))
        .onFailure(trouble -> failed(context, trouble));
  }

  /** Within the future, so that an answer that is refused half way is answered as well. */
  private static <T> T answered(Handler<T> answer, T result) {
    answer.handle(result);
    return result;
  }

  private static void failed(RoutingContext context, Throwable trouble) {
    if (trouble instanceof IllegalArgumentException refused) {
      Problem.malformed(refused.getMessage()).answer(context);
    } else if (trouble instanceof AccountsUnavailable || trouble instanceof OutboxUnavailable) {
      LOG.warn("A request to the database failed.", trouble);
      Authentication.unavailable(context);
    } else {
      context.fail(trouble);
    }
  }
}
