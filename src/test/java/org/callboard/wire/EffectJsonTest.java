package org.callboard.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.stream.Collectors;
import org.callboard.change.Effect;
import org.callboard.change.Samples;
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
    for (Effect effect : Samples.EFFECTS) {
      JsonObject written = new JsonObject(EffectJson.of(effect).encode());
      assertThat(EffectJson.read(written)).isEqualTo(effect);
    }
  }

  @Test
  void every_kind_of_effect_is_tried_here() {
    assertThat(Samples.EFFECTS.stream().map(Object::getClass).collect(Collectors.toSet()))
        .isEqualTo(Samples.kinds(Effect.class));
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
