package org.callboard.cluster;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.callboard.app.ChildServer;
import org.callboard.app.TestNode;

/**
 * A node of a cluster that keeps its port from one start to the next, and may be of any version, as
 * a node behind a load balancer in the middle of an upgrade is.
 */
final class RollingNode implements AutoCloseable {
  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(2))
          .build();
  private static final Path LOGS = Path.of("target", "cluster-logs");

  private static final Path PROGRAMME = Path.of("config", "programme.md");

  private final int port;
  private final Map<String, String> environment;
  private Process process;

  /**
   * One that does not run yet.
   *
   * @param environment where the database and the other nodes are
   */
  RollingNode(int port, Map<String, String> environment) {
    this.port = port;
    this.environment = environment;
  }

  int port() {
    return port;
  }

  String url() {
    return "http://127.0.0.1:" + port;
  }

  /** Starts the version that these tests are of. */
  RollingNode start() {
    return start(System.getProperty("java.class.path"), Path.of(""));
  }

  /** Starts the version of a class path, where no settings of another version are. */
  RollingNode start(String classPath) {
    try {
      return start(classPath, Files.createTempDirectory("callboard-older"));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private RollingNode start(String classPath, Path folder) {
    List<String> command =
        new ArrayList<>(
            List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-Xmx256m"));
    command.addAll(ChildServer.OPENED);
    command.addAll(List.of("-cp", classPath, "org.callboard.app.Main", "serve", "--cluster"));
    command.addAll(List.of("--port", "" + port, "--at", "2017-11-17T10:50"));
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(folder.toAbsolutePath().toFile());
    builder.environment().put("CALLBOARD_PASSWORD", TestNode.PASSWORD);
    builder.environment().put("CALLBOARD_TRUSTPROXY", "true");
    builder.environment().put("CALLBOARD_PROGRAMME", PROGRAMME.toAbsolutePath().toString());
    builder.environment().putAll(environment);
    try {
      Files.createDirectories(LOGS);
      builder.redirectError(Files.createTempFile(LOGS, "rolling-" + port + "-", ".log").toFile());
      process = builder.start();
      awaitReady();
      return this;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private void awaitReady() throws IOException {
    BufferedReader out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      if (line.startsWith("callboard ready ")) {
        return;
      }
    }
    throw new IOException("The node ended before it was ready: port=" + port);
  }

  /** Asks it to end, and waits for that; its exit code. */
  int end() {
    process.destroy();
    return await();
  }

  /** Ends it as a power cut would. */
  void kill() {
    process.destroyForcibly();
    await();
  }

  private int await() {
    try {
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        return -1;
      }
      return process.exitValue();
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }

  /** How many screens and pages have a live line to it. */
  int lines() {
    return get("/metrics")
        .body()
        .lines()
        .filter(line -> line.startsWith("callboard_live_connections "))
        .mapToInt(line -> (int) Double.parseDouble(line.substring(line.indexOf(' '))))
        .findFirst()
        .orElse(0);
  }

  HttpResponse<String> get(String path) {
    return get(url(), path);
  }

  static HttpResponse<String> get(String url, String path) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url + path)).timeout(Duration.ofSeconds(10)).build();
    try {
      return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }

  @Override
  public void close() {
    if (process != null) {
      end();
    }
  }
}
