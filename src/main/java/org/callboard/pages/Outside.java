package org.callboard.pages;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * What a page for phones must know of the server around it.
 *
 * @param assets the path of the scripts and styles, which names their version
 * @param home the address of this server as the reader has found it, such as {@code
 *     https://example.org}; or empty
 */
public record Outside(String assets, String home) {

  /** The address of a calendar that a phone subscribes to; a path where the host is not known. */
  String feed(String path) {
    return home.replaceFirst("^https?:", "webcal:") + path;
  }

  static String segment(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
