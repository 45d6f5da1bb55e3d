package org.callboard.live;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.callboard.clock.Moment;
import org.callboard.wire.ScreenMessage;
import org.callboard.wire.Topic;

/**
 * A screen as the node knows it: who it says it is, and what it last said of itself.
 *
 * @param id the name that it goes by, else one that the node made up
 * @param isNamed whether it said its name
 * @param role lobby, door or phone, or empty where nothing tells
 * @param room the room at whose door it hangs; empty for any other
 * @param connection the number of the connection that speaks for it
 * @param since when that connection subscribed
 * @param heard when it last said anything
 * @param painted its last receipt over this connection
 * @param gone when its line closed; empty while it is open
 * @param pairing whether it has proved to be a paired screen
 */
public record Screen(
    String id,
    boolean isNamed,
    String role,
    String room,
    String language,
    Set<String> topics,
    String address,
    long connection,
    Moment since,
    Moment heard,
    Optional<Receipt> painted,
    Map<String, Object> health,
    Optional<Moment> gone,
    Pairing pairing) {

  /** How it stands with the name of a paired screen. */
  public enum Pairing {
    /** It says no such name, or its proof is still looked up. */
    NONE,
    PROVED,
    /** It says one that is not in the records, or is not its own. */
    UNKNOWN
  }

  /** The word that a revision is painted, and when it came. */
  public record Receipt(ScreenMessage.Painted painted, Moment at) {}

  public boolean isConnected() {
    return gone.isEmpty();
  }

  public boolean isPaired() {
    return pairing == Pairing.PROVED;
  }

  public boolean isUnknown() {
    return pairing == Pairing.UNKNOWN;
  }

  /** A device of somebody's own: it is counted, and nothing of it is kept or listed. */
  public boolean isPhone() {
    return role.equals("phone");
  }

  /** The revision that it says it shows; 0 before its first word. */
  public long shown() {
    return painted.map(receipt -> receipt.painted().revision()).orElse(0L);
  }

  /** Whether anything that it shows is among these topics. */
  boolean isConcernedBy(Set<String> touched) {
    return touched.contains(Topic.ALL)
        || topics.contains(Topic.ALL)
        || topics.stream().anyMatch(touched::contains);
  }

  Screen painted(ScreenMessage.Painted word, Moment at) {
    return with(at, Optional.of(new Receipt(word, at)), health, gone);
  }

  Screen healthy(Map<String, Object> fields, Moment at) {
    return with(at, painted, fields, gone);
  }

  Screen heard(Moment at) {
    return with(at, painted, health, gone);
  }

  Screen gone(Moment at) {
    return with(heard, painted, health, Optional.of(at));
  }

  private Screen with(
      Moment newHeard,
      Optional<Receipt> newPainted,
      Map<String, Object> newHealth,
      Optional<Moment> newGone) {
    return new Screen(
        id,
        isNamed,
        role,
        room,
        language,
        topics,
        address,
        connection,
        since,
        newHeard,
        newPainted,
        newHealth,
        newGone,
        pairing);
  }

  /** It has proved that a name is its own. */
  Screen named(String name) {
    return as(name, true, topics, Pairing.PROVED);
  }

  /** It could not prove that the name which it says is its own. */
  Screen unknown() {
    return as(id, isNamed, topics, Pairing.UNKNOWN);
  }

  /** It watches other topics, since there are rooms that it did not know. */
  Screen watching(Set<String> wider) {
    return as(id, isNamed, wider, pairing);
  }

  private Screen as(String name, boolean isItsOwn, Set<String> watched, Pairing how) {
    return new Screen(
        name,
        isItsOwn,
        role,
        room,
        language,
        watched,
        address,
        connection,
        since,
        heard,
        painted,
        health,
        gone,
        how);
  }
}
