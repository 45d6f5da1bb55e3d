package org.callboard.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * A host's page is a screen's scripts with other hands: it loads what a screen loads, in that
 * order.
 */
class HostScriptsTest {
  private static final Pattern SCRIPT = Pattern.compile("<script src=\"/display/(\\w+)\\.js[?\"]");

  /**
   * What turns pages, keeps a screen for when there is no server or as a file, and begins it; in
   * whose place the host's own scripts stand.
   */
  private static final List<String> OF_SCREENS_ALONE =
      List.of(
          "size", "slices", "flow", "rows", "pages", "rooms", "offline", "dark", "speech", "care",
          "paired", "command", "display");

  private static List<String> scripts(String template) throws IOException {
    return SCRIPT
        .matcher(Files.readString(Path.of("src", "main", "jte", template)))
        .results()
        .map(found -> found.group(1))
        .toList();
  }

  @Test
  void a_host_has_every_script_of_a_screen_but_those_that_it_replaces() throws IOException {
    List<String> needed =
        scripts("layout.jte").stream().filter(name -> !OF_SCREENS_ALONE.contains(name)).toList();
    assertThat(scripts("host.jte")).isEqualTo(needed);
  }
}
