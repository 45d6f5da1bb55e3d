package org.callboard.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.callboard.app.TestNode;
import org.callboard.interchange.Programmes;
import org.callboard.pages.TroubledDay;
import org.callboard.programme.Programme;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every state of a screen, as a picture at every size and by its contrast in every theme. Pictures
 * go to {@code target/screens} at two sizes; with {@code -Dcallboard.gallery=docs/screens} into
 * that folder at all.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GalleryIT {
  private static final boolean IS_WHOLE = System.getProperty("callboard.gallery") != null;
  private static final Path FOLDER =
      Path.of(System.getProperty("callboard.gallery", "target/screens"));
  private static final List<String> THEMES = List.of("night", "day", "contrast", "dim");

  /** The page of a lobby on which the room stands that the troubled days are about. */
  private static final String TURN_TO_TROUBLE =
      "page = 0; turnPages();"
          + " for (; page < pageCount && document.querySelector('.room[data-room=alcazar].off');)"
          + " { page++; turnPages(); }";

  /** WCAG 2.2, 1.4.6. */
  private static final int LEAST_CONTRAST = 7;

  private static final List<int[]> SIZES =
      IS_WHOLE
          ? List.of(
              new int[] {1920, 1080},
              new int[] {1080, 1920},
              new int[] {800, 480},
              new int[] {3840, 2160})
          : List.of(new int[] {1920, 1080}, new int[] {800, 480});

  /** A state by its name: the address of its page, and what its script is told before a look. */
  private record State(String name, String url, String before) {
    State(String name, String url) {
      this(name, url, "");
    }

    @Override
    public String toString() {
      return name;
    }
  }

  private static final List<TroubledDay> DAYS =
      List.of(
          TroubledDay.DELAYED,
          TroubledDay.POSTPONED,
          TroubledDay.MOVED,
          TroubledDay.CANCELLED,
          TroubledDay.FULL,
          TroubledDay.HELD,
          TroubledDay.URGENT,
          TroubledDay.NOTICE,
          TroubledDay.ALL_CLEAR,
          TroubledDay.SAFETY,
          TroubledDay.EXERCISE);

  private final Map<TroubledDay, TestNode> nodes = new EnumMap<>(TroubledDay.class);
  private Chromium chromium;
  private TestNode example;
  private String contrast;

  @BeforeAll
  void start() throws Exception {
    chromium = Chromium.launch();
    Programme programme =
        Programmes.read(Path.of("config", "programme.md"), Optional.empty()).programme();
    example = TestNode.rehearsing(programme, TroubledDay.NOTICE.now(), 1);
    for (TroubledDay day : DAYS) {
      nodes.put(day, TestNode.rehearsing(programme, day.step(programme), day.now(), 1));
    }
    try (InputStream file = GalleryIT.class.getResourceAsStream("/legibility/contrast.js")) {
      contrast = new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @AfterAll
  void stop() {
    nodes.values().forEach(TestNode::close);
    example.close();
    chromium.close();
  }

  private Stream<State> states() {
    return Stream.of(
            Stream.of(
                new State("lobby-now", example.url("/?at=2017-11-16T13:12")),
                new State("lobby-break", example.url("/?at=2017-11-16T10:20")),
                new State("lobby-gap", example.url("/?at=2017-11-16T20:30")),
                new State("lobby-nothing-left", example.url("/?at=2017-11-18T09:00")),
                new State("door-now", example.url("/rooms/auditorium?at=2017-11-16T09:30")),
                new State("door-tbc", example.url("/rooms/dijlezaal?at=2017-11-17T11:30")),
                new State("door-break", example.url("/rooms/auditorium?at=2017-11-16T10:20")),
                new State("door-gap", example.url("/rooms/auditorium?at=2017-11-16T13:12")),
                new State(
                    "door-nothing-left", example.url("/rooms/auditorium?at=2017-11-18T09:00")),
                new State("stale-30-seconds", example.url("/"), older(40)),
                new State("stale-90-seconds", example.url("/"), older(120)),
                new State("stale-10-minutes", example.url("/rooms/alcazar"), older(700)),
                new State("screen-unknown", example.url("/"), "showAnew('BCDF GHJK')"),
                new State("rehearsal", example.url("/rooms/alcazar?lang=nl")),
                new State(
                    "two-languages",
                    example.url(
                        "/rooms/alcazar?at=2017-11-16T13:12&languages=nl,fr&mode=stacked"))),
            DAYS.stream()
                .flatMap(
                    day ->
                        Stream.of(
                            new State(name("lobby", day), at(day, "/")),
                            new State(name("door", day), at(day, "/rooms/alcazar")))))
        .flatMap(each -> each);
  }

  private static String name(String board, TroubledDay day) {
    return board + "-" + day.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private String at(TroubledDay day, String path) {
    return nodes.get(day).url(path + "?at=" + day.now());
  }

  /** As if the server had said nothing for a while. */
  private static String older(int seconds) {
    return "noteHeard(); lastHeard -= " + seconds * 1000 + "; render()";
  }

  private static Page open(Tab tab, State state) {
    Page page = tab.openAlive(state.url());
    page.evaluate("document.fonts.ready.then(() => turnPages())");
    if (!state.before().isEmpty()) {
      page.evaluate(state.before());
    }
    return page;
  }

  @ParameterizedTest
  @MethodSource("states")
  void a_state_stands_out_in_every_theme_and_has_its_pictures(State state) throws IOException {
    Files.createDirectories(FOLDER);
    try (Tab tab = Tab.wide(chromium)) {
      Page page = open(tab, state);
      page.evaluate(contrast);
      for (String theme : THEMES) {
        page.evaluate(
            "theme => ['night', 'day', 'contrast', 'dim'].forEach("
                + "each => document.body.classList.toggle(each, each === theme))",
            theme);
        assertThat((List<?>) page.evaluate("faint(" + LEAST_CONTRAST + ")")).as(theme).isEmpty();
      }
      page.evaluate("document.body.classList.remove('dim'); document.body.classList.add('night')");
      for (int[] size : SIZES) {
        page.setViewportSize(size[0], size[1]);
        page.evaluate(TURN_TO_TROUBLE);
        Path file = FOLDER.resolve(state.name() + "-" + size[0] + "x" + size[1] + ".png");
        Files.write(file, SmallPicture.of(page.screenshot()));
      }
    }
  }

  @Test
  void a_screen_that_waits_to_be_paired_has_its_pictures() throws IOException {
    Files.createDirectories(FOLDER);
    for (int[] size : SIZES) {
      try (Tab tab = new Tab(chromium, size[0], size[1], true)) {
        Page page = tab.open(example.url("/screen"));
        page.waitForSelector("[data-part=code]");
        page.evaluate(contrast);
        assertThat((List<?>) page.evaluate("faint(" + LEAST_CONTRAST + ")")).isEmpty();
        Path file = FOLDER.resolve("screen-unpaired-" + size[0] + "x" + size[1] + ".png");
        Files.write(file, SmallPicture.of(page.screenshot()));
      }
    }
  }

  @Test
  void a_text_that_is_faint_is_found() {
    try (Tab tab = Tab.wide(chromium)) {
      Page page = open(tab, new State("", example.url("/?at=2017-11-16T13:12")));
      page.evaluate(contrast);
      page.evaluate("document.querySelector('.foot').style.opacity = 0.5");
      List<Object> found = new ArrayList<>((List<?>) page.evaluate("faint(7)"));
      assertThat(found).isNotEmpty().allMatch(each -> !each.toString().contains("what"));
    }
  }
}
