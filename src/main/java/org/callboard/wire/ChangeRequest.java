package org.callboard.wire;

import java.util.Optional;
import org.callboard.change.Change;

/**
 * A change as somebody asks for it, with what goes along.
 *
 * @param type its word, such as {@code delay}
 * @param text the whole request, as the journal keeps it
 * @param reason why, or empty
 * @param isReasonPublic whether people may read why
 * @param ifRevision the newest revision that the asker had seen
 */
public record ChangeRequest(
    Change change,
    String type,
    String text,
    String reason,
    boolean isReasonPublic,
    Optional<Long> ifRevision) {

  /** What people may read of the reason, or empty. */
  public String publicReason() {
    return isReasonPublic ? reason : "";
  }
}
