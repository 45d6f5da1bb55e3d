package org.callboard.api;

import org.callboard.accounts.Pairings;
import org.callboard.desk.Desk;
import org.callboard.live.Screens;
import org.callboard.live.Scripts;

/** What the event loops of a node's web server share; each part may be called from any of them. */
public record Front(
    Scripts scripts,
    Desk desk,
    Screens screens,
    AccountAccess access,
    Pairings pairings,
    Connections connections,
    Presence presence,
    Operations operations) {}
