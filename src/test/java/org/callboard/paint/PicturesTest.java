package org.callboard.paint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.font.FontRenderContext;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.callboard.agenda.Agenda;
import org.callboard.app.ExampleEvent;
import org.callboard.board.Boards;
import org.callboard.board.DayText;
import org.callboard.pages.DoorWords;
import org.callboard.pages.Pages;
import org.callboard.pages.TroubledDay;
import org.callboard.pages.View;
import org.callboard.programme.Programme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Boards drawn as images. */
class PicturesTest {
  private static final Programme EXAMPLE = ExampleEvent.programme();
  private static final Pages PAGES = new Pages();

  private final Pictures pictures = new Pictures();

  private static DoorWords words(Agenda agenda, Instant now, String room, String language) {
    Boards boards = Boards.of(1, agenda);
    return PAGES.doorWords(new View(boards, now, false, 1, true, language, "day"), room);
  }

  private static DoorWords words(TroubledDay day) {
    return words(day.of(EXAMPLE), day.now(), "alcazar", "en");
  }

  private static DoorWords titled(String title) {
    Programme day = DayText.programme("hall 09:00-10:15 " + title + "\n");
    return words(Agenda.of(day), Instant.parse("2017-11-16T08:10:00Z"), "hall", "en");
  }

  private static BufferedImage image(Picture picture) {
    try {
      return ImageIO.read(new ByteArrayInputStream(picture.png()));
    } catch (IOException broken) {
      throw new AssertionError(broken);
    }
  }

  private static Set<Integer> colours(BufferedImage image) {
    int[] pixels =
        image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    return Arrays.stream(pixels)
        .map(pixel -> pixel & 0xFFFFFF)
        .boxed()
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<Integer> greys(int count) {
    return Stream.iterate(0, i -> i + 1)
        .limit(count)
        .map(i -> i * 255 / (count - 1) * 0x010101)
        .collect(Collectors.toSet());
  }

  private Picture draw(DoorWords words, Format format) {
    return pictures.of("room", "en", words, format);
  }

  /** How many pixels are not of the ground. */
  private static long inked(BufferedImage image, int top, int bottom) {
    int ground = image.getRGB(0, 0);
    int[] pixels = image.getRGB(0, top, image.getWidth(), bottom - top, null, 0, image.getWidth());
    return Arrays.stream(pixels).filter(pixel -> pixel != ground).count();
  }

  static Stream<Format> formats() {
    return Stream.of("800x480", "480x800", "1200x825", "825x1200", "1872x1404", "640x384")
        .flatMap(
            size ->
                Stream.of(Colours.values())
                    .map(colours -> format(size, colours, colours == Colours.FOUR)));
  }

  private static Format format(String size, Colours colours, boolean night) {
    String[] sides = size.split("x");
    return new Format(Integer.parseInt(sides[0]), Integer.parseInt(sides[1]), colours, night);
  }

  @ParameterizedTest
  @MethodSource("formats")
  void an_image_has_the_size_and_no_other_colours_than_asked_for(Format format) {
    BufferedImage image = image(draw(words(TroubledDay.MOVED), format));

    assertThat(List.of(image.getWidth(), image.getHeight()))
        .containsExactly(format.width(), format.height());
    if (format.colours() == Colours.FULL) {
      assertThat(colours(image)).contains(0xFBF8F1).hasSizeGreaterThan(20);
    } else {
      assertThat(greys(format.colours().greys())).containsAll(colours(image));
      assertThat(image.getColorModel().getPixelSize()).isEqualTo(format.colours().bits());
    }
    assertThat(colours(image)).hasSizeGreaterThan(1);
  }

  @ParameterizedTest
  @EnumSource(TroubledDay.class)
  void the_margin_stays_free_whatever_the_day_brings(TroubledDay day) {
    Format format = new Format(800, 480, Colours.TWO, false);
    BufferedImage image = image(draw(words(day), format));
    boolean isTakeover = day == TroubledDay.SAFETY;

    assertThat(image.getRGB(0, 0) & 0xFFFFFF).isEqualTo(isTakeover ? 0 : 0xFFFFFF);
    assertThat(inked(image, 0, 20)).isZero();
    assertThat(inked(image, 462, 480)).isZero();
    assertThat(inked(image, 20, 462)).isPositive();
  }

  @Test
  void the_same_board_is_the_same_bytes_from_whoever_draws_it() {
    Format format = new Format(800, 480, Colours.SIXTEEN, false);
    DoorWords words = words(TroubledDay.DELAYED);

    Picture one = new Pictures().of("alcazar", "en", words, format);
    Picture other = new Pictures().of("alcazar", "en", words, format);

    assertThat(other.png()).isEqualTo(one.png());
    assertThat(other.tag()).isEqualTo(one.tag());
  }

  @Test
  void a_board_that_has_not_turned_is_not_drawn_again() {
    Format format = new Format(800, 480, Colours.TWO, false);
    Agenda agenda = Agenda.of(EXAMPLE);
    Picture first = draw(words(agenda, TroubledDay.DELAYED.now(), "alcazar", "en"), format);

    Instant later = TroubledDay.DELAYED.now().plusSeconds(600);
    assertThat(draw(words(agenda, later, "alcazar", "en"), format)).isSameAs(first);
    Instant turned = TroubledDay.DELAYED.now().plusSeconds(6000);
    assertThat(draw(words(agenda, turned, "alcazar", "en"), format).tag())
        .isNotEqualTo(first.tag());
  }

  @Test
  void what_somebody_changes_is_another_image() {
    Format format = new Format(800, 480, Colours.TWO, false);
    Set<String> tags =
        Stream.of(TroubledDay.MOVED, TroubledDay.CANCELLED, TroubledDay.FULL, TroubledDay.SAFETY)
            .map(day -> draw(words(day), format).tag())
            .collect(Collectors.toSet());

    assertThat(tags).hasSize(4);
  }

  @Test
  void an_alarm_is_told_to_its_end_on_a_small_image() {
    Format small = new Format(320, 200, Colours.TWO, false);
    Poster alarm = Poster.of(words(TroubledDay.SAFETY));
    Palette palette = new Palette(small, alarm.alarm());
    FontRenderContext context = new FontRenderContext(null, true, true);

    assertThat(
            Composition.of(
                    alarm, small, unit -> new Typesetter(new Typeface(), palette, unit, context))
                .isWhole())
        .isTrue();
  }

  @ParameterizedTest
  @CsvSource({"64, 64", "64, 4096", "4096, 64", "100, 3000", "3840, 2160"})
  void an_image_of_any_shape_is_drawn(int width, int height) {
    Format format = new Format(width, height, Colours.TWO, true);
    assertThat(
            image(draw(titled("A title that is a good deal too long".repeat(7)), format))
                .getWidth())
        .isEqualTo(width);
  }

  @ParameterizedTest
  @CsvSource({"63, 480", "800, 4097", "4096, 4096", "-1, 480", "0, 0"})
  void an_image_beyond_the_bounds_is_refused_with_what_is_allowed(int width, int height) {
    assertThatThrownBy(() -> new Format(width, height, Colours.TWO, false))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("64 to 4096");
  }

  @ParameterizedTest
  @CsvSource({
    "İstanbul’da kentsel göç",
    "人口移動と都市",
    "المدن والهجرة",
    "🎤 🎪 ‮reversed‬ ́́́́́",
    "W𝕴de ● ▲ → ✕ ◷ ◌ signs",
    "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverordnungsausschussvorsitzender"
  })
  void a_title_in_any_letters_is_drawn(String title) {
    BufferedImage image = image(draw(titled(title), new Format(800, 480, Colours.TWO, false)));
    assertThat(inked(image, 150, 350)).isPositive();
  }

  @Test
  void a_letter_that_the_typeface_lacks_is_put_together_from_its_parts() {
    assertThat(new Typeface().drawable("İ")).isEqualTo("I\u0307");
  }
}
