package org.callboard.programme;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Anything with a time, as planned.
 *
 * @param label what the programme calls it before its title ("Session 2", "Side-event"), or empty
 * @param rooms ids of its rooms; none means venue-wide, so that it shows in every room
 * @param minimumMinutes how short it may become when it gives way, 0 for the rule of its kind
 * @param pinned whether its start never moves with a delay
 * @param languages ISO 639-1 codes; none means those of its rooms
 * @param organiser who runs it, or empty
 * @param description a text for readers, or empty
 * @param questions guiding questions, in order
 */
public record Session(
    String id,
    String label,
    String title,
    Kind kind,
    List<String> rooms,
    Span span,
    int minimumMinutes,
    boolean pinned,
    List<String> languages,
    String organiser,
    List<Slot> people,
    String description,
    List<String> questions) {

  public Session {
    if (id.isBlank() || title.isBlank()) {
      throw new IllegalArgumentException(
          "A session needs an id and a title: id=" + id + " title=" + title);
    }
    rooms = List.copyOf(rooms);
    languages = List.copyOf(languages);
    people = List.copyOf(people);
    questions = List.copyOf(questions);
  }

  /** The smallest session that can stand in a programme. */
  public static Session plain(String id, String title, Kind kind, List<String> rooms, Span span) {
    return new Session(
        id, "", title, kind, rooms, span, 0, false, List.of(), "", List.of(), "", List.of());
  }

  /** The same session under another id. */
  public Session named(String otherId) {
    return new Session(
        otherId,
        label,
        title,
        kind,
        rooms,
        span,
        minimumMinutes,
        pinned,
        languages,
        organiser,
        people,
        description,
        questions);
  }

  public boolean isVenueWide() {
    return rooms.isEmpty();
  }

  /**
   * The length below which it does not shrink when it gives way, were it of a kind; empty for one
   * that keeps its length.
   */
  public Optional<Duration> minimumLength(Kind ofKind) {
    if (minimumMinutes > 0) {
      return Optional.of(Duration.ofMinutes(minimumMinutes));
    }
    return switch (ofKind) {
      case BREAK -> Optional.of(Duration.ofMinutes(5));
      case LUNCH -> Optional.of(Duration.ofMinutes(20));
      default -> Optional.empty();
    };
  }
}
