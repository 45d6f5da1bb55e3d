package org.callboard.agenda;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.callboard.programme.Programme;
import org.callboard.programme.Session;

/**
 * Which session of an edition is which of ours: by id, as far as ids hold what they promise, else
 * by likeness. A session of ours keeps its id whatever the edition calls it.
 */
final class Matching {
  /** How many sessions that share a word are looked at, so that large editions take no age. */
  private static final int MOST_OF_A_KEY = 100;

  /** Two sessions that may be the same. */
  record Pair(LiveSession ours, Session theirs, int points) {}

  private final Agenda agenda;
  private final Programme edition;
  private final Map<String, LiveSession> free = new LinkedHashMap<>();
  private final Map<String, Likeness> oursLike = new HashMap<>();
  private final Map<String, Likeness> theirsLike = new HashMap<>();
  private final Map<String, String> idOf = new LinkedHashMap<>();
  private final List<Pair> alike = new ArrayList<>();
  private final List<Pair> doubtful = new ArrayList<>();

  Matching(Agenda agenda, Programme edition) {
    this.agenda = agenda;
    this.edition = edition;
    agenda.sessions().forEach(session -> free.put(session.id(), session));
    takeMixedUp();
    takeIds();
    takeEqual();
    takeAlike();
    nameTheRest();
  }

  /** The edition with our ids. */
  Programme programme() {
    return edition.with(
        edition.sessions().stream().map(each -> each.named(idOf.get(each.id()))).toList());
  }

  /** Our id of each session by that of the edition, in the order in which they were found. */
  Map<String, String> ids() {
    return idOf;
  }

  /** Those that were taken for the same though their ids differ, for the first time. */
  List<Pair> alike() {
    return alike;
  }

  /** Those of which nobody can say for certain; the session of the edition is taken for new. */
  List<Pair> doubtful() {
    return doubtful;
  }

  /**
   * Where ids go by position, one more row makes every id mean the next session. A title that one
   * session has here and one there, under other ids, tells.
   */
  private void takeMixedUp() {
    Map<String, Optional<Session>> theirs = new HashMap<>();
    edition.sessions().forEach(each -> only(theirs, Likeness.folded(each.title()), each));
    Map<String, Optional<LiveSession>> ours = new HashMap<>();
    agenda.sessions().forEach(each -> only(ours, Likeness.folded(each.plan().title()), each));
    theirs.forEach(
        (title, session) ->
            session.ifPresent(
                each ->
                    ours.getOrDefault(title, Optional.empty())
                        .filter(old -> isMixedUp(old, each))
                        .ifPresent(old -> take(old, each))));
  }

  private static <T> void only(Map<String, Optional<T>> all, String title, T each) {
    all.merge(title, Optional.of(each), (one, other) -> Optional.empty());
  }

  /** Whether their id is that of another session of ours, which it does not look like. */
  private boolean isMixedUp(LiveSession old, Session theirs) {
    String id = agenda.idOf(theirs.id());
    return !id.equals(old.id())
        && agenda.session(id).isPresent()
        && points(old, theirs) >= Likeness.CERTAIN
        && points(old, theirs) > points(agenda.session(id).orElseThrow(), theirs);
  }

  private void takeIds() {
    Set<String> plain = new HashSet<>();
    edition.sessions().forEach(each -> plain.add(each.id()));
    for (Session each : edition.sessions()) {
      String id = agenda.idOf(each.id());
      boolean isFree = free.containsKey(id) && !idOf.containsKey(each.id());
      if (isFree && (id.equals(each.id()) || !plain.contains(id))) {
        idOf.put(each.id(), id);
        free.remove(id);
      }
    }
  }

  /** Those that are the same but for the id; of several that are the same, any is right. */
  private void takeEqual() {
    Map<Session, List<LiveSession>> byContent = new HashMap<>();
    for (LiveSession old : free.values()) {
      byContent.computeIfAbsent(old.plan().named("x"), key -> new ArrayList<>()).add(old);
    }
    for (Session each : unmatched()) {
      List<LiveSession> same = byContent.getOrDefault(each.named("x"), List.of());
      if (!same.isEmpty()) {
        take(same.remove(0), each);
      }
    }
  }

  /** The most alike first; where two are as like, nobody can say. */
  private void takeAlike() {
    List<Pair> pairs = pairs();
    Map<String, List<Pair>> ofOurs =
        pairs.stream().collect(Collectors.groupingBy(pair -> pair.ours().id()));
    Map<String, List<Pair>> ofTheirs =
        pairs.stream().collect(Collectors.groupingBy(pair -> pair.theirs().id()));
    Set<String> asked = new HashSet<>();
    for (Pair pair : pairs) {
      boolean hasRival =
          Stream.of(ofOurs.get(pair.ours().id()), ofTheirs.get(pair.theirs().id()))
              .flatMap(List::stream)
              .anyMatch(other -> isRival(other, pair));
      if (isOpen(pair) && !hasRival && pair.points() >= Likeness.CERTAIN) {
        take(pair.ours(), pair.theirs());
      } else if (isOpen(pair) && asked.add(pair.theirs().id())) {
        doubtful.add(pair);
      }
    }
    doubtful.removeIf(pair -> !isOpen(pair));
  }

  private boolean isRival(Pair other, Pair pair) {
    return other != pair && other.points() >= pair.points() && isOpen(other);
  }

  private boolean isOpen(Pair pair) {
    return free.containsKey(pair.ours().id()) && !idOf.containsKey(pair.theirs().id());
  }

  private List<Pair> pairs() {
    Map<Object, List<LiveSession>> byKey = new HashMap<>();
    for (LiveSession old : free.values()) {
      ours(old).keys().forEach(key -> byKey.computeIfAbsent(key, k -> new ArrayList<>()).add(old));
    }
    List<Pair> pairs = new ArrayList<>();
    for (Session each : unmatched()) {
      Map<String, LiveSession> candidates = new HashMap<>();
      for (Object key : theirs(each).keys()) {
        List<LiveSession> found = byKey.getOrDefault(key, List.of());
        found.stream().limit(MOST_OF_A_KEY).forEach(old -> candidates.put(old.id(), old));
      }
      candidates.values().forEach(old -> pairs.add(new Pair(old, each, points(old, each))));
    }
    pairs.removeIf(pair -> pair.points() < Likeness.DOUBTFUL);
    pairs.sort(
        Comparator.comparing(Pair::points)
            .reversed()
            .thenComparing(pair -> pair.theirs().span().start())
            .thenComparing(pair -> pair.theirs().id())
            .thenComparing(pair -> pair.ours().id()));
    return pairs;
  }

  /** What nothing of ours is like keeps its id, or gets another where that one is ours. */
  private void nameTheRest() {
    Set<String> taken = new HashSet<>(idOf.values());
    agenda.sessions().forEach(session -> taken.add(session.id()));
    Set<String> plain = new HashSet<>();
    edition.sessions().forEach(each -> plain.add(each.id()));
    for (Session each : unmatched()) {
      String id = each.id();
      for (int n = 2; taken.contains(id) || n > 2 && plain.contains(id); n++) {
        id = each.id() + "-" + n;
      }
      taken.add(id);
      idOf.put(each.id(), id);
    }
  }

  private List<Session> unmatched() {
    return edition.sessions().stream().filter(each -> !idOf.containsKey(each.id())).toList();
  }

  private void take(LiveSession ours, Session theirs) {
    idOf.put(theirs.id(), ours.id());
    free.remove(ours.id());
    alike.add(new Pair(ours, theirs, points(ours, theirs)));
  }

  private int points(LiveSession ours, Session theirs) {
    return ours(ours).to(theirs(theirs));
  }

  private Likeness ours(LiveSession session) {
    return oursLike.computeIfAbsent(session.id(), id -> Likeness.of(session));
  }

  private Likeness theirs(Session session) {
    return theirsLike.computeIfAbsent(session.id(), id -> Likeness.of(session));
  }
}
