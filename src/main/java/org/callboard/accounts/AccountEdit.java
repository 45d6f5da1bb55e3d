package org.callboard.accounts;

import java.util.Optional;
import java.util.Set;

/** What is to change of an account; what is empty stays as it is. */
public record AccountEdit(
    Optional<AccountRole> role, Optional<Set<String>> rooms, Optional<String> password) {

  /** The account after the edit; one that stops being a host loses its rooms. */
  Account of(Account before) {
    AccountRole after = role.orElse(before.role());
    Set<String> kept = after == AccountRole.HOST ? before.rooms() : Set.of();
    return new Account(before.name(), after, rooms.orElse(kept));
  }

  @Override
  public String toString() {
    return "AccountEdit[role=%s, rooms=%s]".formatted(role, rooms);
  }
}
