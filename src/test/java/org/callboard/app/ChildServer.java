package org.callboard.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The program as a process of its own, to be killed without warning. */
public final class ChildServer implements AutoCloseable {
  /** What Hazelcast asks the JVM for; the manifest of callboard.jar says the same. */
  public static final List<String> OPENED =
      List.of(
          "--add-modules=java.se",
          "--add-exports=java.base/jdk.internal.ref=ALL-UNNAMED",
          "--add-opens=java.base/java.lang=ALL-UNNAMED",
          "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
          "--add-opens=java.management/sun.management=ALL-UNNAMED",
          "--add-opens=jdk.management/com.sun.management.internal=ALL-UNNAMED");

  private final Process process;
  private final String url;

  private ChildServer(Process process, String url) {
    this.process = process;
    this.url = url;
  }

  /** Serves the example event on a free port, with its journal in a folder. */
  public static ChildServer start(Path data, String... more) throws IOException {
    return start(data, 0, "2017-11-17T10:50", more);
  }

  /** Serves it at a port and from an instant, as after a restart. */
  public static ChildServer start(Path data, int port, String at, String... more)
      throws IOException {
    List<String> arguments = new ArrayList<>();
    Collections.addAll(arguments, "--port", "" + port, "--data", data.toString(), "--at", at);
    Collections.addAll(arguments, more);
    return run(Main.class, Map.of(), arguments, ProcessBuilder.Redirect.DISCARD);
  }

  /** Serves on a free port by a main class, with more environment and arguments. */
  public static ChildServer start(
      Class<?> main,
      Map<String, String> environment,
      List<String> arguments,
      ProcessBuilder.Redirect log)
      throws IOException {
    List<String> all = new ArrayList<>(List.of("--port", "0"));
    all.addAll(arguments);
    return run(main, environment, all, log);
  }

  private static ChildServer run(
      Class<?> main,
      Map<String, String> environment,
      List<String> arguments,
      ProcessBuilder.Redirect log)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    Collections.addAll(command, "-XX:TieredStopAtLevel=1", "-Xmx256m");
    command.addAll(OPENED);
    Collections.addAll(command, "-cp", System.getProperty("java.class.path"));
    Collections.addAll(command, main.getName(), "serve");
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("CALLBOARD_PASSWORD", TestNode.PASSWORD);
    builder.environment().putAll(environment);
    builder.redirectError(log);
    Process process = builder.start();
    return new ChildServer(process, ready(process));
  }

  private static String ready(Process process) throws IOException {
    BufferedReader out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    String line = out.readLine();
    while (line != null && !line.startsWith("callboard ready ")) {
      line = out.readLine();
    }
    if (line == null) {
      throw new IOException("The server ended before it was ready");
    }
    return line.substring("callboard ready ".length());
  }

  public String url() {
    return url;
  }

  public int port() {
    return URI.create(url).getPort();
  }

  public long pid() {
    return process.pid();
  }

  /** Stops it as it is; its connections stay open. */
  public void freeze() {
    signal("STOP");
  }

  /** Lets it go on where it was frozen. */
  public void thaw() {
    signal("CONT");
  }

  /** Asks it to end, and does not wait for it. */
  public void terminate() {
    process.destroy();
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  private void signal(String name) {
    try {
      new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
    } catch (IOException | InterruptedException failed) {
      throw new AssertionError(failed);
    }
  }

  /** As a power cut would end it, as far as the process can tell. */
  public void kill() {
    process.destroyForcibly();
    await();
  }

  @Override
  public void close() {
    process.destroy();
    await();
  }

  private void await() {
    try {
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }
}
