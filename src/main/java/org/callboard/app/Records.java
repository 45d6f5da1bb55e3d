package org.callboard.app;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.callboard.accounts.Accounts;
import org.callboard.accounts.HostLinks;
import org.callboard.accounts.LoginGuard;
import org.callboard.accounts.Pairings;
import org.callboard.accounts.Tokens;
import org.callboard.clock.EventTime;
import org.callboard.desk.FirstEdition;
import org.callboard.desk.PlaceClock;
import org.callboard.desk.Replica;
import org.callboard.desk.SharedClock;
import org.callboard.journal.Entry;
import org.callboard.journal.HeadMoved;
import org.callboard.journal.JdbcJournal;
import org.callboard.journal.Journal;
import org.callboard.store.Database;

/**
 * What a node keeps in its database, opened: the journal with all its entries read, and the
 * accounts. Opening blocks.
 *
 * @param firstPassword the password of the first account, where it was made up just now
 */
record Records(
    Database database,
    Journal journal,
    Replica replica,
    Accounts accounts,
    Tokens tokens,
    HostLinks links,
    LoginGuard guard,
    Pairings pairings,
    Optional<String> firstPassword)
    implements AutoCloseable {
  private static final String FIRST_ACCOUNT = "organiser";
  private static final int PAGE = 1_000;

  static Records open(NodeSettings settings) {
    Database database = Database.open(settings.database());
    try {
      return of(database, settings);
    } catch (RuntimeException unusable) {
      database.close();
      throw unusable;
    }
  }

  private static Records of(Database database, NodeSettings settings) {
    Journal journal = new JdbcJournal(database);
    PlaceClock.read(journal, settings.time());
    List<Entry> entries = entries(journal, settings);
    if (settings.cluster().isPresent()) {
      followClock(entries, settings.time());
    }
    InstantSource clock = settings.time()::sharedNow; // what ends does so at every node
    Tokens tokens = new Tokens(database.source(), clock);
    Accounts accounts = new Accounts(database.source(), tokens);
    return new Records(
        database,
        journal,
        new Replica(entries, settings.time()),
        accounts,
        tokens,
        new HostLinks(database.source(), tokens, clock),
        new LoginGuard(clock),
        new Pairings(database.source(), clock),
        accounts.firstStart(FIRST_ACCOUNT, settings.password()));
  }

  /** All entries; an empty journal begins with the programme as its first. */
  private static List<Entry> entries(Journal journal, NodeSettings settings) {
    List<Entry> entries = all(journal);
    if (!entries.isEmpty()) {
      return entries;
    }
    List<Entry> first = first(settings);
    try {
      journal.append(0, first);
    } catch (HeadMoved another) {
      return all(journal); // another node began the journal meanwhile
    }
    return first;
  }

  /** The programme; in a cluster the clock of a rehearsal too, since it is everybody's. */
  private static List<Entry> first(NodeSettings settings) {
    Entry programme =
        FirstEdition.entry(
            settings
                .programme()
                .orElseThrow(() -> new BadInput("serve: there is no programme; name one")),
            settings.time());
    boolean isShared = settings.cluster().isPresent() && settings.time().clock().isRehearsal();
    return isShared ? List.of(programme, FirstEdition.clock(settings.time())) : List.of(programme);
  }

  /** All nodes of a cluster show one event time, and that is the journal's. */
  private static void followClock(List<Entry> entries, EventTime time) {
    boolean wasRehearsal = time.clock().isRehearsal();
    if (!SharedClock.follow(entries, time) && wasRehearsal) {
      throw new BadInput(
          "serve --cluster: this journal has no clock of a rehearsal, so this node cannot rehearse; start"
              + " it without --at, --speed and --rehearse, or rehearse on another database");
    }
  }

  private static List<Entry> all(Journal journal) {
    List<Entry> entries = new ArrayList<>();
    List<Entry> page = journal.read(0, PAGE);
    while (!page.isEmpty()) {
      entries.addAll(page);
      page = journal.read(entries.size(), PAGE);
    }
    return entries;
  }

  @Override
  public void close() {
    journal.close();
    database.close();
  }
}
