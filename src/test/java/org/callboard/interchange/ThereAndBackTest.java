package org.callboard.interchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.callboard.programme.Programme;
import org.callboard.programme.Room;
import org.callboard.programme.Session;
import org.callboard.programme.Slot;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was read, written and read again says the same, for all that the format can hold. */
class ThereAndBackTest {

  @ParameterizedTest
  @ValueSource(strings = {"frab.xml", "schedule.json", "schedule2.json", "sessionize-all.json"})
  void a_schedule_xml_comes_back_as_it_was(String file) throws Exception {
    Programme programme = Fixture.read(file, "Europe/Brussels").programme();
    Programme again = again(programme, "schedule.xml");
    assertThat(again.rooms()).isEqualTo(withoutCapacity(programme));
    assertThat(told(again)).isEqualTo(told(programme));
    assertThat(uuids(again)).containsAll(uuids(programme));
  }

  @ParameterizedTest
  @ValueSource(strings = {"frab.xml", "schedule.json", "schedule2.json", "sessionize-all.json"})
  void a_schedule_json_comes_back_as_it_was(String file) throws Exception {
    Programme programme = Fixture.read(file, "Europe/Brussels").programme();
    Programme again = again(programme, "schedule.json");
    assertThat(again.rooms()).isEqualTo(programme.rooms());
    assertThat(told(again)).isEqualTo(told(programme));
    assertThat(uuids(again)).containsAll(uuids(programme));
  }

  private static Programme again(Programme programme, String format) throws UnreadableProgramme {
    byte[] written = Programmes.write(programme, format).getBytes(StandardCharsets.UTF_8);
    return Programmes.read("x", written, Optional.empty()).programme();
  }

  private static List<Room> withoutCapacity(Programme programme) {
    return programme.rooms().stream().map(room -> Room.named(room.id(), room.name())).toList();
  }

  /**
   * Everything but roles and affiliations, which the formats lack, and ids, which are UUIDs in
   * them.
   */
  private static List<Object> told(Programme programme) {
    return programme.sessions().stream().map(ThereAndBackTest::told).toList();
  }

  private static Object told(Session session) {
    return List.of(
        session.title(),
        session.kind(),
        session.rooms(),
        session.span(),
        session.languages(),
        session.people().stream().map(Slot::name).toList(),
        session.description(),
        session.organiser(),
        session.label(),
        session.questions());
  }

  private static List<String> uuids(Programme programme) {
    return programme.sessions().stream().map(Session::id).filter(id -> id.length() == 36).toList();
  }
}
