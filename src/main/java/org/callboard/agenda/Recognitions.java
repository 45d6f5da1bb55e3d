package org.callboard.agenda;

import java.util.ArrayList;
import java.util.List;
import org.callboard.programme.Session;

/** What an organiser is told of sessions that were recognised under another id, or may be. */
final class Recognitions {
  /** So many are told one by one; of more, how many. */
  private static final int MOST = 10;

  private Recognitions() {}

  static List<Caution> of(Situation in, Matching matching) {
    List<Caution> cautions = new ArrayList<>();
    List<Matching.Pair> alike = matching.alike();
    if (alike.size() > MOST) {
      cautions.add(
          new Caution(
              "likeness",
              alike.size()
                  + " sessions have another id in the new edition and were recognised by title,"
                  + " people, room and time, among them "
                  + sentence(in, alike.get(0)),
              alike.stream().map(pair -> pair.ours().id()).toList()));
    } else {
      alike.forEach(pair -> cautions.add(recognised(in, pair)));
    }
    matching.doubtful().forEach(pair -> cautions.add(doubted(in, pair)));
    return cautions;
  }

  private static Caution recognised(Situation in, Matching.Pair pair) {
    return new Caution("likeness", "Recognised by likeness: " + sentence(in, pair), of(pair));
  }

  private static Caution doubted(Situation in, Matching.Pair pair) {
    return new Caution(
        "likeness-doubtful",
        "It may be the same session, and somebody should say: " + sentence(in, pair),
        of(pair));
  }

  private static List<String> of(Matching.Pair pair) {
    return List.of(pair.ours().id());
  }

  private static String sentence(Situation in, Matching.Pair pair) {
    Session theirs = pair.theirs();
    return in.quotedAt(pair.ours())
        + " and the edition's "
        + Situation.quoted(theirs.title())
        + " ("
        + in.clock(theirs.span())
        + ", id "
        + theirs.id()
        + ").";
  }
}
