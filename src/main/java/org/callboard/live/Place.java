package org.callboard.live;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.callboard.wire.ScreenMessage;
import org.callboard.wire.Topic;

/** Where a screen hangs: as it says, else as what it watches tells. */
record Place(String role, String room) {

  static Place of(ScreenMessage.Subscribe said) {
    List<String> rooms =
        said.topics().stream()
            .flatMap(topic -> Topic.roomOf(topic).map(Stream::of).orElse(Stream.empty()))
            .toList();
    Optional<String> only = rooms.size() == 1 ? Optional.of(rooms.get(0)) : Optional.empty();
    String role = said.role().isEmpty() ? guessed(said, only) : said.role();
    return new Place(role, role.equals("door") ? only.orElse("") : "");
  }

  private static String guessed(ScreenMessage.Subscribe said, Optional<String> only) {
    if (said.topics().contains(Topic.ALL)) {
      return "lobby";
    }
    return only.isPresent() ? "door" : "";
  }
}
