package org.callboard.live;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.callboard.clock.EventTime;
import org.callboard.clock.Moment;
import org.callboard.live.Publications.Publication;
import org.callboard.wire.ScreenMessage;

/**
 * The screens, with what they last said of themselves: those of this node, and those of others as
 * those say. Reports come on every event loop and any of them is asked for the whole, so it is
 * under one lock, which no call holds for longer than a walk through the map.
 */
public final class Screens {
  private static final Duration BEHIND = Duration.ofSeconds(5);
  private static final Duration SILENT = Duration.ofSeconds(45);
  private static final Duration LOST = Duration.ofMinutes(2);
  private static final long FROZEN_MILLIS = 30_000;

  private final EventTime time;
  private final Publications publications;
  private final Here here;
  private final Elsewhere elsewhere = new Elsewhere();
  private Consumer<String> forgotten = id -> {};
  private Expected.Roll roll = Expected.Roll.EMPTY;

  /**
   * The registry of a node.
   *
   * @param revision what the node shows as it starts
   */
  public Screens(EventTime time, long revision) {
    this(time, revision, "");
  }

  /**
   * The registry of a node among others.
   *
   * @param mark ends the names that it makes up, so that no other node makes up the same
   */
  public Screens(EventTime time, long revision, String mark) {
    this.time = time;
    this.here = new Here(mark);
    this.publications = new Publications(revision, time.moment());
  }

  /** What these screens are to show of a revision, and which of them do not say so yet. */
  public record Receipts(long revision, List<Screen> concerned, List<Screen> missing) {}

  /** Revisions are being sent out; these topics differ. */
  public synchronized void published(long before, long after, Set<String> topics) {
    publications.add(before, after, topics, time.moment());
  }

  /** The paired screens, which are listed and waited for whether they are there or not. */
  public synchronized void expect(List<Expected> screens, ZoneId zone) {
    Map<String, Expected> byId =
        screens.stream().collect(Collectors.toMap(Expected::id, Function.identity()));
    here.strikeOff(screen -> screen.isPaired() && !byId.containsKey(screen.id()));
    roll = new Expected.Roll(byId, zone);
  }

  /** What people call a screen that is paired; empty for any other. */
  public synchronized Optional<String> nameOf(String id) {
    return Optional.ofNullable(roll.screens().get(id)).map(Expected::name);
  }

  /** Every screen but the phones, in the order of their names. */
  public List<Screen> all() {
    return all(screen -> !screen.isPhone());
  }

  /** Every screen that this holds for, phones as well. */
  public synchronized List<Screen> all(Predicate<Screen> wanted) {
    List<Screen> known = elsewhere.with(own()).toList();
    Set<String> present = known.stream().map(Screen::id).collect(Collectors.toSet());
    return Stream.of(known, roll.absent(present, time.moment()))
        .flatMap(Collection::stream)
        .filter(wanted)
        .sorted(Comparator.comparing(Screen::id))
        .toList();
  }

  private Stream<Screen> own() {
    return here.all(time.moment());
  }

  /** The screens that this node has, or had last, but for the phones. */
  public synchronized List<Screen> here() {
    return own().filter(screen -> !screen.isPhone()).toList();
  }

  /** The phones of this node, by what they watch. */
  public synchronized List<Crowd> phonesHere() {
    return here.phones();
  }

  /** Another node says how its screens are: all of them, or those that have changed. */
  public synchronized void said(
      String node, boolean isWhole, List<Screen> theirs, List<Crowd> phones) {
    elsewhere.said(node, isWhole, theirs, phones);
  }

  /** Another node is gone; its screens are, too, until they come to a node that is there. */
  public synchronized void lost(String node) {
    here.miss(elsewhere.lost(node), time.moment());
  }

  /** Tells somebody of each screen that is struck off here. */
  public synchronized void whenForgotten(Consumer<String> told) {
    forgotten = told;
  }

  /** Another node has struck off a screen. */
  public synchronized void forgottenElsewhere(String id) {
    here.strikeOff(id);
    elsewhere.forget(id);
  }

  public synchronized boolean isConnected(String id) {
    return here.isConnected(id)
        || elsewhere
            .with(Stream.empty())
            .anyMatch(each -> each.id().equals(id) && each.isConnected());
  }

  /** How many are connected and watch any of these topics. */
  public synchronized int watching(Set<String> topics) {
    return (int)
        elsewhere
            .with(here.connected().stream())
            .filter(each -> each.isConnected() && each.isConcernedBy(topics))
            .count();
  }

  public Moment now() {
    return time.moment();
  }

  public synchronized Standing standing(Screen screen, Moment now) {
    if (isDark(screen)) {
      return Standing.PLANNED_OFF;
    }
    Duration silence = now.since(screen.heard());
    if (!screen.isConnected() || silence.compareTo(LOST) > 0) {
      return Standing.OFFLINE;
    }
    if (silence.compareTo(SILENT) > 0) {
      return Standing.SILENT;
    }
    if (screen.isUnknown()) {
      return Standing.UNKNOWN;
    }
    if (publications.isBehind(screen, BEHIND, now)) {
      return Standing.BEHIND;
    }
    return isFrozen(screen) ? Standing.FROZEN : Standing.ONLINE;
  }

  private boolean isDark(Screen screen) {
    return screen.isPaired() && roll.isDark(screen.id(), time.now());
  }

  /** Receipts for the newest revision. */
  public synchronized Receipts receipts() {
    return receipts(publications.newest().last(), screen -> true).orElseThrow();
  }

  /** Receipts for a revision; empty when nothing is known of it, or nothing any more. */
  public synchronized Optional<Receipts> receipts(long revision, Predicate<Screen> isMeant) {
    return publications.of(revision).map(found -> receipts(found, revision, isMeant));
  }

  private Receipts receipts(Publication found, long revision, Predicate<Screen> isMeant) {
    List<Screen> concerned =
        all(
            screen ->
                !screen.isPhone()
                    && screen.isConcernedBy(found.topics())
                    && isMeant.test(screen)
                    && !(isDark(screen) && isMissing(screen, revision)));
    return new Receipts(
        revision,
        concerned,
        concerned.stream().filter(screen -> isMissing(screen, revision)).toList());
  }

  private static boolean isMissing(Screen screen, long revision) {
    return !screen.isConnected() || screen.shown() < revision;
  }

  /** Strikes off one whose line is closed; false when there is none of that name. */
  public synchronized boolean forget(String id) {
    boolean isOffline =
        elsewhere.with(own()).anyMatch(each -> each.id().equals(id) && !each.isConnected());
    if (isOffline) {
      forgottenElsewhere(id);
      forgotten.accept(id);
    }
    return isOffline;
  }

  synchronized long newConnection() {
    return here.newConnection();
  }

  /** A connection says who it is; it speaks for that screen from now on. */
  synchronized Screen join(
      long connection, ScreenMessage.Subscribe said, Set<String> topics, String address) {
    return here.join(connection, said, topics, address, time.moment());
  }

  /** A connection has proved its screen's name, and is known by it from now on. */
  synchronized Screen name(Screen mine, String name) {
    return here.name(mine, name);
  }

  /** Keeps what a connection says, while it is the one that speaks for the screen. */
  synchronized void keep(Screen mine, BiFunction<Screen, Moment, Screen> said) {
    here.keep(mine, said, time.moment());
  }

  /** A line has closed. */
  synchronized void leave(Screen mine) {
    here.leave(mine, this::isMissed, time.moment());
  }

  /** Nobody waits for a phone that goes, nor for a screen that is not paired any more. */
  private boolean isMissed(Screen last) {
    boolean isOver = last.isPaired() && !roll.screens().containsKey(last.id());
    return !last.isPhone() && !isOver;
  }

  private static boolean isFrozen(Screen screen) {
    return screen.health().get("paintAge") instanceof Number age
        && age.doubleValue() > FROZEN_MILLIS
        && !Boolean.FALSE.equals(screen.health().get("visible"));
  }
}
