package org.callboard.pages;

/**
 * What the console's page holds when it arrives: the board, and what its script starts from.
 *
 * @param me a JSON object of the account that is logged in, or empty
 * @param day a JSON object of the event, its sessions and announcements
 * @param labels a JSON object of label texts
 */
public record Console(Lobby board, String me, String day, String labels, Login login) {

  /** The words of the login form, which is whole before any script runs. */
  public record Login(
      String heading, String user, String password, String enter, String needsScript) {}
}
