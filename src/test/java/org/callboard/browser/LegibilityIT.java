package org.callboard.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.awaitility.Awaitility;
import org.callboard.api.Organiser;
import org.callboard.app.TestNode;
import org.callboard.pages.HostileDay;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A hostile programme on screens of all kinds: nothing is cut, nothing printed over, every letter
 * is as large as its distance asks for (EN 301 549 §5.1.4), and what does not fit has its turn.
 */
class LegibilityIT {
  private static final String AT = "?at=" + HostileDay.NOW;
  private static final int MOST_PAGES = 120;
  private static final double MM_PER_INCH = 25.4;

  /** Height of capitals in mm, a metre of distance. */
  private static final double PRIMARY = 12.2;

  private static final double SECONDARY = 8.3;

  /** Rooms and states; then titles, times and people. */
  private static final String PRIMARY_TEXT =
      ".lobby .place h2, .door .masthead .event, .sign.late, .line.moved .when, .pause";

  private static final String SECONDARY_TEXT =
      ".what, .title, .people dd, .line .when, .place .when, .showing .state, .organiser";

  /** From here on the test turns the pages, and nothing else does, however long a look takes. */
  private static final String STAND_STILL =
      "() => { for (let timer = setTimeout(() => {}); timer > 0; timer--) clearTimeout(timer); }";

  private static final String WORD = "Katastrophenschutzbereitschaftsverordnungsdurchführung";

  /** In five languages, each as hard to set as people write it. */
  private static final String HOSTILE =
      ("{'type':'announce','level':'%s','mode':'%s','headline':'" + WORD + "','detail':'" + WORD)
          + "wagen 🚑🚒 <b>12</b> & %s','targets':[{'role':'%s'}],'until':'2026-03-05T12:00:00Z',"
          + "'texts':{'fr':{'headline':'⚠️ Évacuez l’aile nord : l’ascenseur est hors service',"
          + "'detail':'Passez par l’escalier B.'},"
          + "'es':{'headline':'أخلوا المبنى الآن واتبعوا تعليمات الموظفين','detail':'القاعة 3'},"
          + "'tr':{'headline':'Çıkışları kullanın, asansörleri değil','detail':'Görevlileri izleyin'},"
          + "'nl':{'headline':'緊急避難：最寄りの出口から建物を出てください','detail':'エレベーターは使わない'}}}";

  private static Chromium chromium;
  private static TestNode seven;
  private static TestNode forty;
  private static TestNode told;
  private static String audit;

  @BeforeAll
  static void start() throws IOException {
    chromium = Chromium.launch();
    seven = TestNode.rehearsing(HostileDay.of(7), HostileDay.NOW, 1);
    forty = TestNode.rehearsing(HostileDay.of(40), HostileDay.NOW, 1);
    told = TestNode.rehearsing(HostileDay.of(2), HostileDay.NOW, 1);
    announce("urgent", "live", "lobby");
    announce("safety", "exercise", "door");
    try (InputStream file = LegibilityIT.class.getResourceAsStream("/legibility/audit.js")) {
      audit = new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @AfterAll
  static void stop() {
    seven.close();
    forty.close();
    told.close();
    chromium.close();
  }

  /** A node that has just started on a busy machine may say that it is to be asked again. */
  private static void announce(String level, String mode, String role) {
    String change = HOSTILE.formatted(level, mode, "more", role);
    Organiser organiser = Organiser.admin(told);
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> organiser.change(change).status() == 201);
  }

  /** Turns a board through all its pages, and looks at each. */
  private static final class Turned {
    private final Page page;
    private final Set<String> problems = new LinkedHashSet<>();
    private final Set<String> all = new LinkedHashSet<>();
    private final Set<String> seen = new LinkedHashSet<>();
    private final Set<Object> rooms = new LinkedHashSet<>();
    private final Set<String> marks = new LinkedHashSet<>();
    private double primary = Double.MAX_VALUE;
    private double secondary = Double.MAX_VALUE;

    Turned(Tab tab, String url) {
      page = tab.openAlive(url);
      page.evaluate(STAND_STILL);
      page.evaluate("document.fonts.ready.then(() => turnPages())");
      page.evaluate(audit);
      int count = 1;
      for (int i = 0; i < count; i++) {
        look();
        count = ((Number) page.evaluate("pageCount")).intValue();
        assertThat(count).as("pages of %s", url).isLessThanOrEqualTo(MOST_PAGES);
        page.evaluate("page++; turnPages()");
      }
    }

    private void look() {
      Map<?, ?> found =
          (Map<?, ?>)
              page.evaluate(
                  "kinds => audit(kinds[0], kinds[1])", List.of(PRIMARY_TEXT, SECONDARY_TEXT));
      String mark = (String) found.get("mark");
      ((List<?>) found.get("problems")).forEach(each -> problems.add(mark + ": " + each));
      ((List<?>) found.get("all")).forEach(each -> all.add((String) each));
      ((List<?>) found.get("seen")).forEach(each -> seen.add((String) each));
      rooms.addAll((List<?>) found.get("rooms"));
      marks.add(mark);
      primary = Math.min(primary, height(found.get("primary")));
      secondary = Math.min(secondary, height(found.get("secondary")));
    }

    private static double height(Object smallest) {
      return smallest == null
          ? Double.MAX_VALUE
          : ((Number) ((Map<?, ?>) smallest).get("height")).doubleValue();
    }

    /** Lines of text that no page showed as a whole. */
    Set<String> lost() {
      Set<String> lost = new LinkedHashSet<>(all);
      lost.removeAll(seen);
      lost.removeIf(line -> line.matches("\\d+ / \\d+#0"));
      return lost;
    }
  }

  private static void isLegible(Turned board, double mmPerPixel, double metres) {
    assertThat(board.problems.stream().limit(12)).isEmpty();
    assertThat(board.lost().stream().limit(12)).isEmpty();
    assertThat(board.primary * mmPerPixel / metres).isGreaterThanOrEqualTo(PRIMARY);
    assertThat(board.secondary * mmPerPixel / metres).isGreaterThanOrEqualTo(SECONDARY);
    if (board.marks.size() > 1) {
      assertThat(board.marks).allMatch(mark -> mark.matches("\\d+ / " + board.marks.size()));
    }
  }

  private static double mmPerPixel(int width, int height, double inches) {
    return inches * MM_PER_INCH / Math.hypot(width, height);
  }

  @ParameterizedTest
  @CsvSource({"800, 480, 32", "1920, 1080, 55", "1080, 1920, 55", "3840, 2160, 55"})
  void every_room_has_its_turn_in_the_lobby(int width, int height, double inches) {
    try (Tab tab = new Tab(chromium, width, height, true)) {
      Turned board = new Turned(tab, seven.url("/" + AT));

      isLegible(board, mmPerPixel(width, height, inches), 4);
      assertThat(board.rooms).hasSize(7);
    }
  }

  @ParameterizedTest
  @CsvSource({"800, 480, 10.1", "1920, 1080, 24", "1080, 1920, 24", "3840, 2160, 24"})
  void every_speaker_has_their_turn_at_a_door(int width, int height, double inches) {
    try (Tab tab = new Tab(chromium, width, height, true)) {
      Turned board = new Turned(tab, seven.url("/rooms/r0" + AT));

      isLegible(board, mmPerPixel(width, height, inches), 1.5);
      assertThat(board.seen).anyMatch(line -> line.contains("Goñi 12"));
    }
  }

  @Test
  void forty_rooms_have_their_turn_near_by_and_far_off() {
    try (Tab tab = Tab.wide(chromium)) {
      Turned near = new Turned(tab, forty.url("/" + AT + "&distance=2&diagonal=75"));
      isLegible(near, mmPerPixel(1920, 1080, 75), 2);
      assertThat(near.rooms).hasSize(40);

      Turned far = new Turned(tab, forty.url("/" + AT + "&distance=6&diagonal=85"));
      isLegible(far, mmPerPixel(1920, 1080, 85), 6);
      assertThat(far.rooms).hasSize(40);
      assertThat(far.marks.size()).isGreaterThan(near.marks.size());
    }
  }

  @ParameterizedTest
  @CsvSource({"800, 480", "1920, 1080"})
  void a_hostile_announcement_is_legible_in_five_languages_at_once(int width, int height) {
    String spoken = "?languages=en,fr,es,tr,nl&mode=stacked";
    try (Tab tab = new Tab(chromium, width, height, true)) {
      for (String path : List.of("/", "/rooms/r0")) {
        Turned board = new Turned(tab, told.url(path + spoken));
        assertThat(board.problems.stream().limit(12)).as(path).isEmpty();
        assertThat(board.lost().stream().limit(12)).as(path).isEmpty();
        assertThat(board.seen).as(path).anyMatch(line -> line.contains("أخلوا المبنى"));
      }
    }
  }
}
