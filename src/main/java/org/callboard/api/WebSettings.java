package org.callboard.api;

import java.util.Optional;

/**
 * Where the web server listens and what it says of itself.
 *
 * @param port 0 to 65535; 0 lets the system pick
 * @param language the code of the labels where a page asks for none
 * @param build the version that screens are told
 * @param trustsProxy whether every request comes through a proxy of ours
 * @param publicUrl where people reach it, without a slash at its end; empty: as each request did
 */
public record WebSettings(
    String host,
    int port,
    String language,
    String build,
    boolean trustsProxy,
    Optional<String> publicUrl) {}
