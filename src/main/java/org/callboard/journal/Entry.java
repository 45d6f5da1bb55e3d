package org.callboard.journal;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.callboard.agenda.Caution;
import org.callboard.change.Effect;

/**
 * One accepted change in the journal, with the effects that it worked out to when it was planned.
 *
 * @param revision its number, from 1 without a gap
 * @param recordedAt wall time, in whole milliseconds
 * @param at event time, in whole seconds
 * @param key the idempotency key that the author gave, or empty
 * @param change the change as it was asked for, as JSON text
 * @param publicReason a reason that everybody may read, or empty
 * @param undoes the revision of the entry that this one takes back
 */
public record Entry(
    long revision,
    Instant recordedAt,
    Instant at,
    String author,
    String key,
    String change,
    List<Effect> effects,
    List<Caution> cautions,
    String publicReason,
    Optional<Long> undoes) {

  /** Longest author or key, in characters: both are searched for. */
  public static final int LONGEST_NAME = 200;

  private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cs}]");

  public Entry {
    if (revision < 1) {
      throw new IllegalArgumentException("An entry has no revision: revision=" + revision);
    }
    recordedAt = recordedAt.truncatedTo(ChronoUnit.MILLIS);
    at = at.truncatedTo(ChronoUnit.SECONDS);
    requireName("author", author);
    requireName("key", key);
    effects = List.copyOf(effects);
    cautions = List.copyOf(cautions);
  }

  /** The same entry under another number. */
  public Entry withRevision(long otherRevision) {
    return new Entry(
        otherRevision,
        recordedAt,
        at,
        author,
        key,
        change,
        effects,
        cautions,
        publicReason,
        undoes);
  }

  private static void requireName(String field, String text) {
    if (text.length() > LONGEST_NAME || UNPRINTABLE.matcher(text).find()) {
      throw new IllegalArgumentException(
          "An entry's " + field + " is too long, or has characters that nobody can see");
    }
  }
}
