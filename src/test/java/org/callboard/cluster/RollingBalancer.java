package org.callboard.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A real load balancer, configured with what docs/cluster.md prints, on ports of this machine. */
final class RollingBalancer implements AutoCloseable {
  private static final Path PAGE = Path.of("docs", "cluster.md");
  private static final String FIRST = "10.0.0.11:8080";
  private static final String SECOND = "10.0.0.12:8080";

  private final int port = TestCluster.freePorts(1).get(0);
  private final Process process;

  private RollingBalancer(Path folder, String name, List<Integer> nodes) throws IOException {
    Path file = folder.resolve(name);
    boolean isCaddy = name.equals("Caddyfile");
    String text = isCaddy ? caddy() : nginx(folder);
    Files.writeString(
        file,
        text.replace(FIRST, "127.0.0.1:" + nodes.get(0))
            .replace(SECOND, "127.0.0.1:" + nodes.get(1)));
    ProcessBuilder builder =
        new ProcessBuilder(
            isCaddy
                ? List.of("/usr/bin/caddy", "run", "--config", file.toString())
                : List.of("/usr/sbin/nginx", "-p", folder.toString(), "-c", file.toString()));
    builder.environment().put("HOME", folder.toString());
    builder.redirectErrorStream(true).redirectOutput(folder.resolve("out.log").toFile());
    process = builder.start();
    awaitOpen(folder);
  }

  /** Starts {@code nginx} or {@code caddy} in front of nodes at two ports. */
  static RollingBalancer start(String kind, List<Integer> nodes) {
    try {
      Path folder = Files.createTempDirectory("callboard-" + kind);
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
      return new RollingBalancer(folder, kind.equals("caddy") ? "Caddyfile" : "nginx.conf", nodes);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private String caddy() throws IOException {
    return "{\n admin off\n auto_https off\n}\n"
        + printed("caddyfile", 0).replace("boards.example", "http://127.0.0.1:" + port);
  }

  /** The second and third print add a cache to the first. */
  private String nginx(Path folder) throws IOException {
    String server = printed("nginx", 0).replace("listen 80;", "listen 127.0.0.1:" + port + ";");
    int end = server.lastIndexOf('}');
    String cached = server.substring(0, end) + printed("nginx", 2) + server.substring(end);
    String zone = printed("nginx", 1).replace("/var/cache/nginx", folder.toString());
    return "daemon off; pid %s/pid; error_log stderr warn; worker_processes 1;\n".formatted(folder)
        + "events { worker_connections 8192; }\nhttp {\naccess_log off;\n"
        + temporary(folder)
        + zone
        + cached
        + "}\n";
  }

  private static String temporary(Path folder) {
    StringBuilder places = new StringBuilder();
    for (String kind : List.of("client_body", "proxy", "fastcgi", "uwsgi", "scgi")) {
      places.append("%s_temp_path %s/%s;\n".formatted(kind, folder, kind));
    }
    return places.toString();
  }

  /** A block of the page, by its language and its number among those. */
  private static String printed(String language, int number) throws IOException {
    String[] parts = Files.readString(PAGE).split("```" + language + "\n");
    return parts[number + 1].substring(0, parts[number + 1].indexOf("```"));
  }

  private void awaitOpen(Path folder) throws IOException {
    for (int tries = 0; tries < 100; tries++) {
      try (Socket socket = new Socket()) {
        socket.connect(new InetSocketAddress("127.0.0.1", port), 100);
        return;
      } catch (IOException notYet) {
        pause();
      }
    }
    throw new IOException("It did not start: " + Files.readString(folder.resolve("out.log")));
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(50);
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }

  int port() {
    return port;
  }

  String url() {
    return "http://127.0.0.1:" + port;
  }

  @Override
  public void close() {
    process.destroy();
    try {
      process.waitFor(10, TimeUnit.SECONDS);
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }
}
