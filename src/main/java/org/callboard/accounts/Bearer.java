package org.callboard.accounts;

import java.time.Instant;

/** Whose a presented token is, and until when it holds if nothing is heard of it. */
public record Bearer(Account account, String tokenId, Token.Kind kind, Instant until) {}
