package org.callboard.interchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The characters of an XML source in the encoding that it declares; bytes that are none fail. */
final class XmlText {
  private static final Pattern DECLARED =
      Pattern.compile(
          "^<\\?xml[^>]{0,80}?encoding\\s*=\\s*[\"']([A-Za-z][A-Za-z0-9._-]{0,30})[\"']");
  private static final int MARK = 3;

  private XmlText() {}

  static Reader of(Source source) {
    boolean isMarked = source.startsWith(0xEF, 0xBB, 0xBF);
    InputStream bytes = source.stream();
    if (isMarked) {
      skip(bytes);
    }
    return new InputStreamReader(
        bytes,
        charset(source, isMarked)
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT));
  }

  private static Charset charset(Source source, boolean isMarked) {
    if (source.startsWith(0xFE, 0xFF) || source.startsWith(0xFF, 0xFE)) {
      return StandardCharsets.UTF_16;
    }
    Matcher declared = DECLARED.matcher(source.head());
    return !isMarked && declared.find() ? known(declared.group(1)) : StandardCharsets.UTF_8;
  }

  /** What a text of single bytes says of itself; wide ones are told by their mark. */
  private static Charset known(String name) {
    boolean isUsable =
        Charset.isSupported(name) && !name.toUpperCase(Locale.ROOT).startsWith("UTF-");
    return isUsable ? Charset.forName(name) : StandardCharsets.UTF_8;
  }

  private static void skip(InputStream bytes) {
    try {
      bytes.skipNBytes(MARK);
    } catch (IOException impossible) {
      throw new IllegalStateException("Bytes in memory end early", impossible);
    }
  }
}
