package org.callboard.api;

import io.vertx.core.json.JsonObject;
import java.util.Optional;
import java.util.function.Supplier;
import org.callboard.accounts.Pairings;
import org.callboard.desk.Desk;
import org.callboard.live.Screens;
import org.callboard.live.Scripts;
import org.callboard.outgoing.Outbox;

/**
 * What the event loops of a node's web server share; each part may be called from any of them.
 *
 * @param watched how the watched source of editions is, where there is one
 */
public record Front(
    Scripts scripts,
    Desk desk,
    Screens screens,
    AccountAccess access,
    Pairings pairings,
    Connections connections,
    Presence presence,
    Operations operations,
    Outbox outbox,
    Supplier<Optional<JsonObject>> watched) {}
