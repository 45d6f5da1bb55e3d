package org.callboard.agenda;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.callboard.change.Change;
import org.callboard.change.Details;
import org.callboard.change.Effect;
import org.callboard.programme.Slot;

/** The changes of who is in a session, and of the words that describe it. */
final class Describing {
  private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

  private final Situation in;

  Describing(Situation in) {
    this.in = in;
  }

  /**
   * Refuses what is no ISO 639-1 code.
   *
   * @throws Impossible for the first that is none
   */
  static void requireLanguages(Iterable<String> codes) {
    for (String code : codes) {
      if (!LANGUAGES.contains(code)) {
        throw new Impossible(
            "There is no language "
                + code
                + "; give ISO 639-1 codes in lower case, such as en, fr or nl.");
      }
    }
  }

  Verdict.Planned assign(Change.Assign assign) {
    LiveSession session = in.known(assign.session());
    int index = index(session, assign);
    Slot from = session.people().get(index);
    Slot to = asked(session, index, assign);
    if (from.equals(to)) {
      throw new Impossible(
          "That slot of " + Situation.quoted(session) + " is so already; nothing would change.");
    }
    return Verdict.Planned.of(new Effect.Assigned(session.id(), index, from, to));
  }

  private int index(LiveSession session, Change.Assign assign) {
    List<Integer> ofRole =
        IntStream.range(0, session.people().size())
            .filter(i -> session.people().get(i).role() == assign.role())
            .boxed()
            .toList();
    if (assign.slot() < 0 || assign.slot() >= ofRole.size()) {
      throw new Impossible(
          Situation.quoted(session)
              + " has "
              + ofRole.size()
              + " slots of role "
              + assign.role().word()
              + "; they count from 0.");
    }
    return ofRole.get(assign.slot());
  }

  /** A slot that is opened again is as open as it was planned: an affiliation known is kept. */
  private static Slot asked(LiveSession session, int index, Change.Assign assign) {
    Slot slot = new Slot(assign.role(), assign.name(), assign.affiliation());
    List<Slot> planned = session.plan().people();
    boolean isAsPlanned =
        slot.equals(Slot.open(assign.role()))
            && index < planned.size()
            && planned.get(index).isOpen()
            && planned.get(index).role() == assign.role();
    return isAsPlanned ? planned.get(index) : slot;
  }

  Verdict.Planned edit(Change.Edit edit) {
    LiveSession session = in.known(edit.session());
    Details from = session.details();
    Details to =
        new Details(
            edit.title().map(String::strip).orElse(from.title()),
            edit.description().orElse(from.description()),
            distinct(edit.languages()).orElse(from.languages()),
            edit.kind().orElse(from.kind()));
    requireLanguages(to.languages());
    if (to.title().isEmpty()) {
      throw new Impossible("A session needs a title; leave it out to keep the one it has.");
    }
    if (to.equals(from)) {
      throw new Impossible(
          Situation.quoted(session) + " is described so already; nothing would change.");
    }
    return Verdict.Planned.of(new Effect.Edited(session.id(), from, to));
  }

  private static Optional<List<String>> distinct(Optional<List<String>> languages) {
    return languages.map(codes -> codes.stream().distinct().toList());
  }
}
