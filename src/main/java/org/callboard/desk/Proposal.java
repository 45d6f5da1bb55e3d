package org.callboard.desk;

import java.util.UUID;
import org.callboard.wire.ChangeRequest;

/**
 * A change that somebody asks the desk for.
 *
 * @param author the account that asks
 * @param key the idempotency key, or empty
 */
public record Proposal(String author, String key, ChangeRequest request) {

  /**
   * The same with a key in any case. So no two entries are equal, and whoever lost the answer to an
   * append can tell its entry in the journal from another node's of the same change.
   */
  Proposal keyed() {
    return key.isEmpty() ? new Proposal(author, UUID.randomUUID().toString(), request) : this;
  }
}
