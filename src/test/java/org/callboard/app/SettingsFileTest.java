package org.callboard.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsFileTest {
  @TempDir Path folder;

  @Test
  void the_bundled_file_says_the_defaults() {
    Settings bundled = SettingsFile.load(Optional.of(SettingsFile.USUAL), Map.of());
    Map<String, String> defaults = Settings.defaults();
    defaults.put("programme", "config/programme.md");
    assertThat(bundled).isEqualTo(Settings.of(defaults));
  }

  @Test
  void the_environment_overrides_the_file() throws IOException {
    Path file = file("port: 81\nlive: {maxConnections: 7}\ntimezone: Asia/Tokyo\n");
    Settings settings =
        SettingsFile.load(
            Optional.of(file),
            Map.of(
                "CALLBOARD_PORT",
                "82",
                "CALLBOARD_LIVE_MAXCONNECTIONSPERADDRESS",
                "5",
                "CALLBOARD_HOST",
                ""));
    assertThat(settings.port()).isEqualTo(82);
    assertThat(settings.host()).isEqualTo("127.0.0.1");
    assertThat(settings.maxConnections()).isEqualTo(7);
    assertThat(settings.maxConnectionsPerAddress()).isEqualTo(5);
    assertThat(settings.timezone()).contains(ZoneId.of("Asia/Tokyo"));
  }

  @Test
  void a_programme_is_found_beside_its_settings() throws IOException {
    Path file = file("programme: ours.md\n");
    assertThat(SettingsFile.load(Optional.of(file), Map.of()).programme())
        .contains(folder.resolve("ours.md").toString());
  }

  @Test
  void a_bad_setting_stops_the_start_with_key_value_and_what_is_allowed() {
    refused("prot: 80\n", "prot", "\"80\"", "port");
    refused("live: {max: 80}\n", "live.max", "\"80\"", "live.maxConnections");
    refused("port: http\n", "port", "\"http\"", "0 to 65535");
    refused("port: [1]\n", "port", "[1]", "one value");
    refused("language: de\n", "language", "\"de\"", "en, fr, es, tr, nl");
    refused("timezone: Mars\n", "timezone", "\"Mars\"", "Europe/Brussels");
    refused("rehearsal: {speed: 0}\n", "rehearsal.speed", "\"0\"", "above 0");
    refused("- a\n", "settings");
    refused("port: [\n", "callboard.yaml:");
  }

  @Test
  void an_empty_file_means_the_defaults() throws IOException {
    assertThat(SettingsFile.load(Optional.of(file("# nothing\n")), Map.of()).port())
        .isEqualTo(8080);
  }

  @Test
  void a_named_file_must_exist() {
    assertThatThrownBy(() -> SettingsFile.load(Optional.of(folder.resolve("none")), Map.of()))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("none");
  }

  private void refused(String text, String... parts) {
    assertThatThrownBy(() -> SettingsFile.load(Optional.of(file(text)), Map.of()))
        .isInstanceOf(BadInput.class)
        .hasMessageContainingAll(parts);
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("callboard.yaml"), text);
  }
}
