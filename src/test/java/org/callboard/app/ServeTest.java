package org.callboard.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server as a person starts and ends it. */
class ServeTest {
  private static final String DAY =
      """
      event: {name: Small day, timezone: Europe/Brussels}
      rooms: [{id: hall, name: Hall}]
      sessions:
      - {id: a, title: Opening, rooms: [hall], start: 2017-11-16T09:00, end: 2017-11-16T10:00}
      """;

  @TempDir Path folder;

  private Path day() throws IOException {
    return Files.writeString(folder.resolve("day.yaml"), DAY);
  }

  @Test
  void a_port_in_use_is_said_in_one_line_with_what_to_do() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      StringWriter err = new StringWriter();
      String[] args = {
        "serve", "--programme", day().toString(), "--port", String.valueOf(taken.getLocalPort())
      };

      int code =
          Main.run(args, new PrintWriter(new StringWriter()), new PrintWriter(err), Map.of());

      assertThat(code).isEqualTo(1);
      assertThat(err.toString().strip().lines()).hasSize(1);
      assertThat(err.toString()).contains("127.0.0.1:" + taken.getLocalPort(), "--port");
    }
  }

  @Test
  void a_server_says_when_it_is_ready_and_a_termination_drains_it_to_status_0() throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    command.addAll(List.of("serve", "--programme", day().toString(), "--port", "0"));
    Process server =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();

    String first =
        server.inputReader(StandardCharsets.UTF_8).lines().findFirst().orElse("it ended silently");
    server.destroy();

    assertThat(first).matches("callboard ready http://127\\.0\\.0\\.1:\\d+");
    assertThat(server.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(server.exitValue()).isZero();
  }
}
