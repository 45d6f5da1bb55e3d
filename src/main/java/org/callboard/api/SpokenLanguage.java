package org.callboard.api;

import io.vertx.core.http.Cookie;
import io.vertx.ext.web.LanguageHeader;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** In which language a person reads a page. */
final class SpokenLanguage {
  static final List<String> ALL = List.of("en", "fr", "es", "tr", "nl");

  /** Where a page remembers what its reader has chosen. */
  static final String COOKIE = "callboard_language";

  private SpokenLanguage() {}

  /** What the address asks for, else what was chosen before, else what the browser prefers. */
  static String of(RoutingContext context, String otherwise) {
    Stream<String> asked = context.queryParam("lang").stream();
    Stream<String> chosen =
        Optional.ofNullable(context.request().getCookie(COOKIE)).map(Cookie::getValue).stream();
    Stream<String> preferred =
        context.acceptableLanguages().stream()
            .map(LanguageHeader::tag)
            .filter(Objects::nonNull) // a header of nothing but parameters names no language
            .map(tag -> tag.toLowerCase(Locale.ROOT));
    return Stream.of(asked, chosen, preferred)
        .flatMap(languages -> languages)
        .filter(ALL::contains)
        .findFirst()
        .orElse(otherwise);
  }
}
