package org.callboard.app;

import java.time.Instant;
import java.util.Optional;
import org.callboard.programme.Programme;

/** The event of {@code config/programme.md}, which the program carries with it. */
public final class ExampleEvent {
  /** Friday 10:50 in Mechelen: the guided discussion is on, three sessions come after the break. */
  public static final Instant FRIDAY_10_50 = Instant.parse("2017-11-17T09:50:00Z");

  private ExampleEvent() {}

  public static Programme programme() {
    return Sources.example(Optional.empty()).programme();
  }
}
