package org.callboard.pages;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * A screen as one file, to be opened from a device's own disk: its scripts, style, typeface and
 * board are in it, and it finds its server again by the address that it was made at.
 */
public final class SingleFile {
  private static final Pattern ASSET = Pattern.compile("url\\('(/assets/[^']+\\.woff2)'\\)");

  /**
   * Scripts and style are allowed by what they are, since a file has no origin; the address of the
   * server is all that they may reach.
   */
  private static final String POLICY =
      "default-src 'none'; script-src '%s'; style-src '%s'; img-src data:; font-src data:;"
          + " connect-src %s %s; base-uri 'none'; form-action 'none';"
          + " require-trusted-types-for 'script'";

  private SingleFile() {}

  /**
   * The file of a page.
   *
   * @param page a lobby or a door, as a browser is sent it
   * @param server the address that it finds its server at, without a slash at its end
   * @param made when, by the wall clock
   * @param query what the address of the page would ask for, with its question mark; else empty
   */
  public static String of(String page, String server, Instant made, String query) {
    Document document = Jsoup.parse(page);
    document.outputSettings().prettyPrint(false);
    document.select("noscript, link[rel=icon]").remove();
    document.select("a[href^=/]").removeAttr("href"); // a screen does not leave itself
    document.select("img[src^=/qr.svg]").attr("src", picture(server + "/programme"));
    document
        .body()
        .attr("data-server", server)
        .attr("data-kept", Long.toString(made.toEpochMilli()))
        .attr("data-query", query);
    inline(document, server);
    return document.outerHtml();
  }

  private static void inline(Document document, String server) {
    String style = taken(document, "link[rel=stylesheet]", "href");
    String script = taken(document, "script[src]", "src");
    style = embedded(style);
    document.head().appendElement("style").appendChild(new DataNode(style));
    document.body().appendElement("script").appendChild(new DataNode(script));
    String line = server.replaceFirst("^http", "ws");
    document
        .head()
        .prependElement("meta")
        .attr("http-equiv", "Content-Security-Policy")
        .attr("content", POLICY.formatted(hash(script), hash(style), server, line));
    document.head().prependChild(document.select("meta[charset]").first());
  }

  /** The texts of all files that these elements name, in their order, in place of the elements. */
  private static String taken(Document document, String elements, String attribute) {
    var found = document.select(elements);
    String texts =
        found.stream()
            .map((Element each) -> each.attr(attribute).replaceFirst("\\?.*", ""))
            .map(path -> new String(read(path), StandardCharsets.UTF_8))
            .collect(Collectors.joining("\n"));
    found.remove();
    return texts;
  }

  private static String embedded(String style) {
    return ASSET
        .matcher(style)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    "url('" + data("font/woff2", read(found.group(1))) + "')"));
  }

  private static String picture(String address) {
    byte[] svg = QrCode.of(address).svg().getBytes(StandardCharsets.UTF_8);
    return data("image/svg+xml", svg);
  }

  private static String data(String type, byte[] bytes) {
    return "data:" + type + ";base64," + Base64.getEncoder().encodeToString(bytes);
  }

  /** A source of the Content Security Policy: the text itself (CSP 2, §4.2.5). */
  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "sha256-" + Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("The JDK has no SHA-256", missing);
    }
  }

  private static byte[] read(String path) {
    try (InputStream file = SingleFile.class.getResourceAsStream("/webroot" + path)) {
      if (file == null) {
        throw new IllegalStateException("A file of the screens is missing: path=" + path);
      }
      return file.readAllBytes();
    } catch (IOException broken) {
      throw new UncheckedIOException("A file is not readable: path=" + path, broken);
    }
  }
}
