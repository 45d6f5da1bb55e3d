package org.callboard.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.json.JsonObject;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.callboard.board.RandomDay;
import org.callboard.change.Effect;
import org.callboard.programme.Programme;
import org.junit.jupiter.api.Test;

/** Effects as the journal keeps them: an old journal never means something new. */
class EffectJsonTest {

  /**
   * One effect of each kind, as the first version wrote it; later versions must read them the same.
   */
  private static final List<String> GOLDEN =
      List.of(
          "{\"kind\":\"retimed\",\"session\":\"s\",\"from\":{\"start\":\"2017-11-16T09:30:00Z\",\"end\":\"2017-11-16T11:00:00Z\"},\"to\":{\"start\":\"2017-11-16T09:45:00Z\",\"end\":\"2017-11-16T11:15:00Z\"},\"absorbedMinutes\":10}",
          "{\"kind\":\"moved\",\"session\":\"s\",\"from\":{\"rooms\":[\"hall\"]},\"to\":{\"rooms\":[\"scala\",\"loft\"]}}",
          "{\"kind\":\"status\",\"session\":\"s\",\"from\":{\"status\":\"scheduled\"},\"to\":{\"status\":\"cancelled\"}}",
          "{\"kind\":\"assigned\",\"session\":\"s\",\"from\":{\"role\":\"moderator\",\"name\":\"\",\"affiliation\":\"\"},\"to\":{\"role\":\"moderator\",\"name\":\"Ada\",\"affiliation\":\"X\"},\"slot\":2}");

  @Test
  void effects_go_there_and_back_unchanged() {
    Set<Class<?>> kinds = new HashSet<>();
    for (long seed = 0; seed < 40; seed++) {
      RandomDay day = new RandomDay(seed);
      Programme programme = day.programme();
      for (Effect effect : day.effects(programme)) {
        kinds.add(effect.getClass());
        JsonObject written = new JsonObject(EffectJson.of(effect).encode());
        assertThat(EffectJson.read(written)).as("seed=%d", seed).isEqualTo(effect);
      }
    }
    assertThat(kinds)
        .isEqualTo(new HashSet<>(Arrays.asList(Effect.class.getPermittedSubclasses())));
  }

  @Test
  void what_the_first_version_wrote_is_read_and_written_the_same() {
    for (String golden : GOLDEN) {
      assertThat(EffectJson.of(EffectJson.read(new JsonObject(golden))).encode()).isEqualTo(golden);
    }
  }

  @Test
  void a_kind_of_a_later_version_is_refused_by_name() {
    assertThatThrownBy(
            () -> EffectJson.read(new JsonObject("{\"kind\":\"teleported\",\"session\":\"s\"}")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("kind=teleported");
  }
}
