package org.callboard.api;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a device says of itself in its User-Agent (RFC 9110 §10.1.5), in words that fit a line. */
final class DeviceWords {
  private static final int LONGEST = 80;
  private static final Pattern BROWSER =
      Pattern.compile("\\b(?:Headless)?(Firefox|Edg|OPR|Chrome|Version)/(\\d{1,4})");
  private static final Pattern SYSTEM = Pattern.compile("^[^(]{0,60}\\(([^;)]{1,40})");

  private DeviceWords() {}

  static String of(String userAgent) {
    String text = Optional.ofNullable(userAgent).orElse("").replaceAll("[^ -~]", "");
    Matcher browser = BROWSER.matcher(text);
    Matcher system = SYSTEM.matcher(text);
    String program =
        browser.find()
            ? browser.group(1).replace("Version", "Safari") + " " + browser.group(2)
            : "";
    String machine = system.find() ? system.group(1).strip() : "";
    String words = program + (program.isEmpty() || machine.isEmpty() ? "" : " · ") + machine;
    String shown = words.isEmpty() ? text.strip() : words;
    return shown.substring(0, Math.min(LONGEST, shown.length()));
  }
}
