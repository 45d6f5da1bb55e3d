package org.callboard.app;

import java.nio.file.Path;
import java.util.Optional;
import org.callboard.desk.Folding;
import org.callboard.journal.Verification;
import org.callboard.store.Backup;
import org.callboard.store.Database;
import org.callboard.store.UnusableDatabase;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code journal}: looks at a journal, copies it while a server writes, and brings a copy back. */
@Command(
    name = "journal",
    description =
        "Looks at a journal, backs it up while a server runs, and restores it. DATA is the data"
            + " folder of the server, or a JDBC URL (jdbc:sqlite:FILE, jdbc:postgresql://HOST/NAME).",
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true)
final class JournalCommand {
  private static final String DATA = "DATA";

  @Spec private CommandSpec spec;

  @Command(
      description = "Checks that every entry is there and as it was appended.",
      mixinStandardHelpOptions = true)
  int verify(@Parameters(paramLabel = DATA, description = "The journal.") String data) {
    return refusable(() -> say(sound(Database.url(data))));
  }

  @Command(
      description = "Writes the journal, and all else in its database, to a file.",
      mixinStandardHelpOptions = true)
  int backup(
      @Parameters(paramLabel = DATA, description = "The journal.") String data,
      @Parameters(paramLabel = "FILE", description = "The backup, a new file.") Path file) {
    return refusable(
        () -> {
          try (Database database = Database.openExisting(Database.url(data))) {
            Backup.write(database, file);
          }
          say(sound(Database.url(file.toString())));
        });
  }

  @Command(
      description = {
        "Brings a backup into a place where no journal is. Stop the server first.",
        "The restored journal gets an id of its own, so that every screen takes it anew."
      },
      mixinStandardHelpOptions = true)
  int restore(
      @Parameters(paramLabel = "FILE", description = "The backup.") Path file,
      @Parameters(paramLabel = DATA, description = "Where the journal is to be.") String data,
      @Option(
              names = "--force",
              description = "Renames a database file that is there, and keeps it beside.")
          boolean force) {
    return refusable(() -> restore(Database.url(file.toString()), Database.url(data), force));
  }

  private void restore(String backup, String place, boolean force) {
    sound(backup);
    Optional<Path> kept;
    try (Database database = Database.openExisting(backup)) {
      kept = Backup.restore(database, place, force);
    }
    say(sound(place));
    kept.ifPresent(old -> say("what was there is now " + old));
  }

  /** One line on a journal in which nothing is wrong. */
  private String sound(String url) {
    try (Database database = Database.openExisting(url)) {
      Verification found = Verification.of(database, Folding.progressively());
      if (!found.isSound()) {
        throw new BadInput(faults(database.place(), found));
      }
      return database.place() + ": sound, " + counted(found.entries());
    }
  }

  private static String faults(String place, Verification found) {
    return place
        + ": the journal is damaged: "
        + String.join("; ", found.faults())
        + "; restore a backup with: callboard journal restore";
  }

  private static String counted(long entries) {
    return entries == 1 ? "1 entry" : entries + " entries";
  }

  private void say(String line) {
    spec.commandLine().getOut().println(line);
  }

  private static int refusable(Runnable work) {
    try {
      work.run();
      return Main.OK;
    } catch (UnusableDatabase e) {
      throw new BadInput(e.getMessage());
    }
  }
}
