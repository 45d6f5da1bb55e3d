package org.callboard.outgoing;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Where messages are sent.
 *
 * @param secret by which the receiver knows that a message is ours
 */
public record Target(
    String id,
    String label,
    String url,
    Template template,
    Kind kind,
    String secret,
    Instant created) {

  public Target {
    created = created.truncatedTo(ChronoUnit.MILLIS); // as it is kept
  }

  /** What of the day a target is told. */
  public enum Kind {
    CHANGES,
    ANNOUNCEMENTS,
    ALL;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Kind> ofWord(String word) {
      return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
    }
  }

  boolean takes(Message message) {
    return kind == Kind.ALL || message.isAnnouncement() == (kind == Kind.ANNOUNCEMENTS);
  }
}
