package org.callboard.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** QR codes, drawn by one library and read by another. */
class QrCodeTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:8080/programme",
        "https://boards.example/host/cb_Zm9vYmFyYmF6cXV4LUFCQ0RFRkdISUpLTE1OT1BRUlM",
        "https://[2001:db8::1]:8443/rooms/salle-é?lang=fr#x",
        "1"
      })
  void what_is_drawn_is_read(String text) {
    QrCode code = QrCode.of(text);
    assertThat(QrReader.read(code.size(), code.path())).isEqualTo(text);
  }

  @Test
  void every_link_of_a_host_is_read() {
    Random random = new Random(1);
    for (int i = 0; i < 500; i++) {
      byte[] token = new byte[32];
      random.nextBytes(token);
      String url = "https://boards.example/host/cb_" + Base64.getUrlEncoder().encodeToString(token);
      QrCode code = QrCode.of(url);
      assertThat(QrReader.read(code.size(), code.path())).isEqualTo(url);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://127.0.0.1:8080/programme"})
  void a_quiet_zone_of_four_modules_is_left_on_every_side(String text) {
    QrCode code = QrCode.of(text);
    assertThat(code.path()).startsWith("M4 4h7v1h-7z");
    assertThat(code.svg()).contains("viewBox=\"0 0 37 37\"");
  }
}
