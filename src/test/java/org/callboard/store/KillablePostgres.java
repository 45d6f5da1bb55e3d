package org.callboard.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A real PostgreSQL server for one test alone, as durable as in use, whose processes can be killed,
 * frozen and started again on what they left. It listens on one port all the while.
 */
public final class KillablePostgres implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 30;

  private final Path data = Path.of("target", "postgres-" + UUID.randomUUID()).toAbsolutePath();
  private final EmbeddedPostgres first;
  private final List<String> command;
  private ProcessHandle postmaster;

  private KillablePostgres() {
    try {
      this.first =
          EmbeddedPostgres.builder()
              .setDataDirectory(data)
              .setServerConfig("fsync", "on")
              .setServerConfig("synchronous_commit", "on")
              .start();
      long pid = Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).get(0));
      this.postmaster = ProcessHandle.of(pid).orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    this.command = command(postmaster.info());
  }

  /** PostgreSQL refuses to run as root, who can pass for somebody else. */
  private static List<String> command(ProcessHandle.Info info) {
    List<String> command = new ArrayList<>();
    if (LinuxUtils.isUnshareAvailable()) {
      command.addAll(List.of("unshare", "-U"));
    }
    command.add(info.command().orElseThrow());
    command.addAll(List.of(info.arguments().orElseThrow()));
    return command;
  }

  /** A server with nothing in it yet. */
  public static KillablePostgres start() {
    return new KillablePostgres();
  }

  public String url() {
    return first.getJdbcUrl("postgres", "postgres");
  }

  /** Ends all its processes as a power cut would, as far as they can tell. */
  public void kill() {
    signal("STOP", List.of(postmaster)); // or it would start others for those that die
    List<ProcessHandle> all = all();
    signal("KILL", all);
    all.forEach(KillablePostgres::awaitEnd);
  }

  /** Starts it on what was left, and waits until it answers. */
  public void startAgain() {
    try {
      Process started =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(data.resolve("log").toFile()))
              .start();
      postmaster = started.toHandle();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    awaitAnswer();
  }

  private void awaitAnswer() {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!answers()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("The database did not start again: see " + data.resolve("log"));
      }
    }
  }

  private boolean answers() {
    try {
      DriverManager.getConnection(url()).close();
      return true;
    } catch (SQLException notYet) {
      return false;
    }
  }

  /** Lets it run as at first, whatever was done to it. */
  public void mend() {
    if (postmaster.isAlive()) {
      thaw();
    } else {
      startAgain();
    }
  }

  /** Stops all its processes as they are; its connections stay open, and new ones get no answer. */
  public void freeze() {
    signal("STOP", List.of(postmaster));
    signal("STOP", all());
  }

  /** Lets them go on where they were frozen. */
  public void thaw() {
    signal("CONT", all());
  }

  private List<ProcessHandle> all() {
    return Stream.concat(Stream.of(postmaster), postmaster.children()).toList();
  }

  private static void signal(String name, List<ProcessHandle> processes) {
    List<String> kill = new ArrayList<>(List.of("kill", "-" + name));
    processes.forEach(each -> kill.add(Long.toString(each.pid())));
    try {
      new ProcessBuilder(kill).start().waitFor(); // one may have ended meanwhile by itself
    } catch (IOException | InterruptedException failed) {
      throw new AssertionError(failed);
    }
  }

  private static void awaitEnd(ProcessHandle process) {
    CompletableFuture<ProcessHandle> end = process.onExit();
    try {
      end.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (Exception alive) {
      throw new AssertionError("A process did not end: pid=" + process.pid(), alive);
    }
  }

  /** Ends it and removes what it kept. */
  @Override
  public void close() {
    thaw();
    try {
      first.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
