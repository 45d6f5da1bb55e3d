package org.callboard.desk;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import org.callboard.change.Change;
import org.callboard.change.Effect;
import org.callboard.clock.EventTime;
import org.callboard.journal.Entry;
import org.callboard.programme.Programme;
import org.callboard.wire.ChangeRequest;

/** How the programme that a node is started with comes into the journal. */
public final class FirstEdition {
  /** Who stands for what nobody asked for over the API. */
  public static final String AUTHOR = "callboard";

  private static final String TEXT = new JsonObject().put("type", "import").encode();

  private FirstEdition() {}

  /** The entry that begins a journal. */
  public static Entry entry(Programme programme, EventTime time) {
    return new Entry(
        1,
        time.sharedNow(),
        time.second(),
        AUTHOR,
        "",
        TEXT,
        List.of(new Effect.Imported(Folding.NOTHING, programme)),
        List.of(),
        "",
        Optional.empty());
  }

  /** The entry that follows it where several nodes rehearse by one clock. */
  public static Entry clock(EventTime time) {
    Effect set = new Effect.ClockSet(time.now(), time.clock().speed());
    return new Entry(
        2,
        time.sharedNow(),
        time.second(),
        AUTHOR,
        "",
        new JsonObject().put("type", "clock").encode(),
        List.of(set),
        List.of(),
        "",
        Optional.empty());
  }

  /** A later edition, for a journal that has begun. */
  public static Proposal later(Programme programme) {
    ChangeRequest request =
        new ChangeRequest(
            new Change.Import(programme, false), "import", TEXT, "", false, Optional.empty());
    return new Proposal(AUTHOR, "", request);
  }
}
