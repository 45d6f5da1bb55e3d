package org.callboard.journal;

import org.callboard.store.Database;

/** A program that appends for ever, and prints each revision once it is promised to be kept. */
final class KilledWriter {
  private KilledWriter() {}

  public static void main(String[] args) throws HeadMoved {
    System.out.println("started");
    try (Database database = Database.open(args[0])) {
      Journal journal = new JdbcJournal(database);
      System.out.println("head " + journal.head());
      for (long head = journal.head(); ; head++) {
        journal.append(head, Entries.entries(head + 1, head + 1));
        System.out.println(head + 1);
      }
    }
  }
}
