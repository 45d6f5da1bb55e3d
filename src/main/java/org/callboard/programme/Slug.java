package org.callboard.programme;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Ids made of names: lower-case ASCII words joined by hyphens, distinct within one programme. */
public final class Slug {
  private static final int LONGEST = 48;

  private final Set<String> taken = new HashSet<>();

  /** An id for a name that no earlier call on this object has given. */
  public String distinct(String name) {
    String slug = of(name);
    String candidate = slug;
    for (int n = 2; !taken.add(candidate); n++) {
      candidate = slug + "-" + n;
    }
    return candidate;
  }

  public static String of(String name) {
    String ascii = Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    String words =
        ascii
            .toLowerCase(Locale.ROOT)
            .replace("ı", "i")
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-|-$", "");
    if (words.isEmpty()) {
      return "x" + Integer.toHexString(name.hashCode());
    }
    if (words.length() <= LONGEST) {
      return words;
    }
    int cut = words.lastIndexOf('-', LONGEST);
    return words.substring(0, cut > 0 ? cut : LONGEST);
  }
}
