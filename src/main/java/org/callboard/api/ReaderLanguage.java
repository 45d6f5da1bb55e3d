package org.callboard.api;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.LanguageHeader;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The language in which somebody reads: asked for in the address, else chosen before, else the
 * browser's own, else the setting. A choice is remembered on the device, without script too.
 *
 * @param otherwise the setting
 */
record ReaderLanguage(String otherwise) {
  static final List<String> ALL = List.of("en", "fr", "es", "tr", "nl");
  private static final String COOKIE = "callboard_language";
  private static final Duration REMEMBERED = Duration.ofDays(365);

  String of(RoutingContext context) {
    return asked(context).or(() -> chosen(context)).or(() -> ofBrowser(context)).orElse(otherwise);
  }

  /** Keeps what the address asks for. */
  void remember(RoutingContext context) {
    asked(context)
        .ifPresent(
            language ->
                context
                    .response()
                    .headers()
                    .add(
                        HttpHeaders.SET_COOKIE,
                        "%s=%s; Max-Age=%d; Path=/; SameSite=Lax"
                            .formatted(COOKIE, language, REMEMBERED.toSeconds())));
  }

  private static Optional<String> asked(RoutingContext context) {
    return context.queryParam("lang").stream().filter(ALL::contains).findFirst();
  }

  private static Optional<String> chosen(RoutingContext context) {
    return Optional.ofNullable(context.request().getCookie(COOKIE))
        .map(Cookie::getValue)
        .filter(ALL::contains);
  }

  private static Optional<String> ofBrowser(RoutingContext context) {
    return context.acceptableLanguages().stream()
        .map(LanguageHeader::tag)
        .map(tag -> tag.toLowerCase(Locale.ROOT))
        .filter(ALL::contains)
        .findFirst();
  }
}
