package org.callboard.api;

/**
 * Where the web server listens and what it says of itself.
 *
 * @param port 0 to 65535; 0 lets the system pick
 * @param language the code of the labels where a page asks for none
 * @param build the version that screens are told
 * @param trustsProxy whether every request comes through a proxy of ours
 */
public record WebSettings(
    String host, int port, String language, String build, boolean trustsProxy) {}
