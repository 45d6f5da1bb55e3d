package org.callboard.cluster;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.core.eventbus.Message;
import io.vertx.core.json.JsonObject;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the nodes of one journal say to each other. Each message is whole, names its node and its
 * journal, and may be lost, late or doubled without harm. One that is not signed with the shared
 * secret, or is of another journal, is refused.
 */
final class NodeBus {
  private static final Logger LOG = LoggerFactory.getLogger(NodeBus.class);
  private static final int MOST_STRANGERS = 100;
  private static final int UNSIGNED = 401;
  private static final long ANSWER_MILLIS = 2_000;

  private final Vertx vertx;
  private final Signing signing;
  private final String node;
  private final String journal;
  private final Set<String> strangers = ConcurrentHashMap.newKeySet();

  NodeBus(Membership membership, String journal) {
    this(membership.vertx(), membership.signing(), membership.node(), journal);
  }

  /**
   * The bus as a node uses it.
   *
   * @param node the node's id
   * @param journal the id of the journal, beside which a revision means something
   */
  NodeBus(Vertx vertx, Signing signing, String node, String journal) {
    this.vertx = vertx;
    this.signing = signing;
    this.node = node;
    this.journal = journal;
  }

  /** Tells every other node. */
  void say(String address, JsonObject message) {
    vertx.eventBus().publish(address, signed(message));
  }

  /** Hears what other nodes say, on the caller's event loop. */
  void hear(String address, Consumer<JsonObject> handler) {
    vertx
        .eventBus()
        .<Buffer>consumer(
            address,
            message ->
                accepted(message.body())
                    .filter(said -> !said.getString("node").equals(node))
                    .ifPresent(handler));
  }

  /** Asks one node. */
  Future<JsonObject> ask(String address, JsonObject question) {
    return vertx
        .eventBus()
        .<Buffer>request(
            address, signed(question), new DeliveryOptions().setSendTimeout(ANSWER_MILLIS))
        .compose(
            answer ->
                accepted(answer.body())
                    .map(Future::succeededFuture)
                    .orElseGet(() -> Future.failedFuture("An answer was refused")));
  }

  /** Answers whoever asks this node. */
  void answer(String address, Supplier<JsonObject> answer) {
    vertx.eventBus().<Buffer>consumer(address, question -> answer(question, answer));
  }

  private void answer(Message<Buffer> question, Supplier<JsonObject> answer) {
    if (accepted(question.body()).isPresent()) {
      question.reply(signed(answer.get()));
    } else {
      question.fail(UNSIGNED, "The question was refused");
    }
  }

  private Buffer signed(JsonObject message) {
    return signing.sign(message.copy().put("node", node).put("journal", journal));
  }

  private Optional<JsonObject> accepted(Buffer body) {
    Optional<JsonObject> message = signing.verified(body);
    if (message.isEmpty()) {
      warnOnce("unsigned", "Messages without the cluster's secret are refused.");
      return Optional.empty();
    }
    String from = message.get().getString("node", "");
    if (!journal.equals(message.get().getString("journal"))) {
      warnOnce(
          from,
          "A node shows another journal, so nothing of it is taken; the nodes of a cluster share"
              + " one database: node="
              + from);
      return Optional.empty();
    }
    return message.filter(said -> !from.isEmpty());
  }

  private void warnOnce(String from, String sentence) {
    if (strangers.size() < MOST_STRANGERS && strangers.add(from)) {
      LOG.warn(sentence);
    }
  }
}
