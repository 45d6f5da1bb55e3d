package org.callboard.live;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.callboard.wire.Messages;
import org.callboard.wire.ScreenMessage;
import org.callboard.wire.Topic;

/**
 * Whoever is at the other end of a line: what it asks for, what it says of itself, and as whom. It
 * lives on the event loop of its socket.
 */
final class Caller implements Line.Listener {
  /** Characters in a message from a screen; a subscription to every room of a large venue fits. */
  private static final int LONGEST_MESSAGE = 8 * 1024;

  private final LiveChannel channel;
  private final Line line;
  private final Subscriber subscriber;
  private final Reporter reporter;
  private final Runnable gone;
  private boolean isSubscribed;
  private String proven = "";
  private Optional<ScreenMessage.Subscribe> proving = Optional.empty();

  /**
   * Answers whoever is on a line.
   *
   * @param answer makes the line, which tells this caller what it hears
   * @param gone is told when the line has closed
   */
  Caller(
      LiveChannel channel, Function<Line.Listener, Line> answer, Reporter reporter, Runnable gone) {
    this.channel = channel;
    this.reporter = reporter;
    this.gone = gone;
    this.line = answer.apply(this);
    this.subscriber = channel.subscriber(line);
  }

  Line line() {
    return line;
  }

  Subscriber subscriber() {
    return subscriber;
  }

  boolean isSubscribed() {
    return isSubscribed;
  }

  /** Whether it has proved to be this screen. */
  boolean is(String screen) {
    return proven.equals(screen);
  }

  boolean isSelfTest() {
    return reporter.isSelfTest();
  }

  @Override
  public void heard(String text) {
    if (text.length() > LONGEST_MESSAGE) {
      line.close(Line.TOO_BIG, "a message is at most " + LONGEST_MESSAGE + " characters");
      return;
    }
    try {
      ScreenMessage message = ScreenMessage.read(text);
      obey(message);
      note(message);
    } catch (IllegalArgumentException malformed) {
      line.close(Line.POLICY_VIOLATION, malformed.getMessage());
    }
  }

  @Override
  public void drained() {
    subscriber.settle();
  }

  @Override
  public void gone() {
    unsubscribe();
    channel.forget(this);
    reporter.leave();
    gone.run();
  }

  private void obey(ScreenMessage message) {
    if (message instanceof ScreenMessage.Subscribe subscribe) {
      requireKnown(subscribe.topics());
      unsubscribe();
      isSubscribed = true;
      subscriber.subscribe(subscribe.topics());
      channel.traffic().joined(subscriber.topics());
    } else if (message instanceof ScreenMessage.Time time) {
      subscriber.sendIfReady(WireText.forOne(Messages.time(time.t0(), channel.scripts().now())));
    }
  }

  private void unsubscribe() {
    if (isSubscribed) {
      isSubscribed = false;
      proven = "";
      proving = Optional.empty();
      channel.traffic().left(subscriber.topics());
    }
  }

  private void requireKnown(Set<String> topics) {
    for (String topic : topics) {
      boolean known =
          topic.equals(Topic.ALL)
              || topic.equals(Topic.VENUE)
              || Topic.roomOf(topic).flatMap(channel.scripts().boards()::board).isPresent();
      if (!known) {
        throw new IllegalArgumentException("no such topic; topics are venue, room:<id> and *");
      }
    }
  }

  /**
   * Keeps what the screen says of itself. Where it is still owed something, a receipt is of half a
   * revision and does not count; it gives another when it has the rest.
   */
  private void note(ScreenMessage message) {
    if (message instanceof ScreenMessage.Subscribe subscribe) {
      boolean isReserved = channel.proof().isReserved(subscribe.screen());
      reporter.join(isReserved ? subscribe.nameless() : subscribe, subscriber.topics());
      if (isReserved) {
        prove(subscribe);
      }
    } else if (message instanceof ScreenMessage.Painted painted && subscriber.isSettled()) {
      reporter.painted(painted, channel.scripts().boards().revision());
    } else if (message instanceof ScreenMessage.Health health) {
      reporter.healthy(health);
    } else {
      reporter.heard();
    }
  }

  /**
   * Until its secret is looked up, and where it is not right, it is a screen without a name; it is
   * then said to be unknown.
   */
  private void prove(ScreenMessage.Subscribe said) {
    proving = Optional.of(said);
    lookUp(said);
  }

  /** A screen says its name only once, so while nobody can look it up, that is tried again. */
  private void lookUp(ScreenMessage.Subscribe said) {
    if (!isProving(said)) {
      return;
    }
    channel
        .proof()
        .proves(said.screen(), said.secret())
        .onSuccess(
            isItsOwn -> {
              if (isProving(said)) {
                proving = Optional.empty();
                proved(said.screen(), isItsOwn);
              }
            })
        .onFailure(trouble -> channel.later(() -> lookUp(said)));
  }

  /** Whether it has said nothing else since, and is still there. */
  private boolean isProving(ScreenMessage.Subscribe said) {
    return proving.isPresent() && proving.get() == said;
  }

  private void proved(String name, boolean isItsOwn) {
    if (isItsOwn) {
      proven = name;
      reporter.name(name);
    } else {
      reporter.unknown();
    }
  }

  /** The venue may have other rooms; who wants everything watches those as well. */
  void lookAround() {
    Set<String> before = subscriber.topics();
    subscriber.lookAround();
    if (!before.equals(subscriber.topics())) {
      channel.traffic().left(before);
      channel.traffic().joined(subscriber.topics());
      reporter.watches(subscriber.topics());
    }
  }
}
