package org.callboard.accounts;

/** How the change of an account ended: done, or refused with nothing changed. */
public sealed interface Outcome {
  /** The account as it is now, or as it was when it was removed. */
  record Done(Account account) implements Outcome {}

  /** Nothing was changed. */
  record Refused(Reason reason) implements Outcome {}

  /** Why a change was refused. */
  enum Reason {
    UNKNOWN,
    TAKEN,
    LAST_ADMIN
  }
}
