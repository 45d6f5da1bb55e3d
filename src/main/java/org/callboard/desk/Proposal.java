package org.callboard.desk;

import org.callboard.wire.ChangeRequest;

/**
 * A change that somebody asks the desk for.
 *
 * @param author the account that asks
 * @param key the idempotency key, or empty
 */
public record Proposal(String author, String key, ChangeRequest request) {}
