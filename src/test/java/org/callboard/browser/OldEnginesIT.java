package org.callboard.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The gate for old engines: what screens run is ES2015 and knows nothing newer than Chromium 53.
 */
class OldEnginesIT {
  private static final int ENGINE = 53;
  private static final Path DISPLAY = Path.of("webroot/display");

  /** What looks newer by its name alone, and is only ever read; or is asked for before its use. */
  private static final Map<String, String> ALLOWED_IN_SCRIPT =
      Map.of(
          "trustedTypes", "asked for by window.trustedTypes before it is used",
          "window.trustedTypes", "undefined in an older engine, which then needs no policy",
          "at", "when a message on the line holds, in its own words",
          "role", "of a slot or a target, in its own words",
          "when", "of a line of a board, in its own words");

  /** What an engine may pass over without harm. */
  private static final Map<String, String> ALLOWED_IN_STYLE =
      Map.of(
          "hyphens", "the engine hyphenates nothing by itself",
          "-webkit-column-gap", "another name of column-gap, which stands beside it",
          "justify-content: space-between", "in a flex box it is as old as the flex box");

  /** It has other globals than a page, two of them from the server; its syntax is held as well. */
  private static final Path WORKER = Path.of("worker.js");

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final FirstChrome FIRST = new FirstChrome();
  private static Chromium chromium;
  private static Page parsers;

  @BeforeAll
  static void load() {
    chromium = Chromium.launch();
    parsers = chromium.browser().newPage();
    for (String parser : List.of("acorn.js", "csstree.js")) {
      parsers.addScriptTag(new Page.AddScriptTagOptions().setContent(resource(parser)));
    }
  }

  @AfterAll
  static void close() {
    chromium.close();
  }

  private static String resource(String name) {
    try (InputStream file = OldEnginesIT.class.getResourceAsStream("/oldengines/" + name)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new AssertionError("Not readable: " + name, broken);
    }
  }

  private static JsonNode script(String source) {
    return parsed(
        "source => JSON.stringify(acorn.parse(source,"
            + " {ecmaVersion: 2015, sourceType: 'script', locations: true}))",
        source);
  }

  private static JsonNode style(String source) {
    return parsed(
        "source => JSON.stringify(csstree.toPlainObject(csstree.parse(source,"
            + " {positions: true, parseCustomProperty: true})))",
        source);
  }

  private static JsonNode parsed(String parser, String source) {
    try {
      return JSON.readTree((String) parsers.evaluate(parser, source));
    } catch (IOException broken) {
      throw new AssertionError(broken);
    }
  }

  private static List<String> ofScript(String source) {
    try {
      Set<String> shared = Set.of();
      return new ScriptGate(FIRST, ENGINE, ALLOWED_IN_SCRIPT.keySet())
          .breaches(script(source), shared);
    } catch (PlaywrightException refused) {
      return List.of(refused.getMessage());
    }
  }

  private static List<String> ofStyle(String source) {
    return new StyleGate(FIRST, ENGINE, ALLOWED_IN_STYLE.keySet()).breaches(style(source));
  }

  private static List<Path> files(String end) {
    try (Stream<Path> files = Files.list(DISPLAY)) {
      return files.filter(file -> file.toString().endsWith(end)).sorted().toList();
    } catch (IOException broken) {
      throw new AssertionError("Not readable: " + DISPLAY, broken);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException broken) {
      throw new AssertionError("Not readable: " + file, broken);
    }
  }

  @Test
  void the_scripts_of_the_screens_are_old_enough() {
    Set<String> shared = new HashSet<>();
    List<Path> files = files(".js");
    files.forEach(file -> shared.addAll(ScriptGate.declared(script(text(file)))));
    ScriptGate gate = new ScriptGate(FIRST, ENGINE, ALLOWED_IN_SCRIPT.keySet());

    List<String> breaches =
        files.stream()
            .filter(file -> !file.endsWith(WORKER))
            .flatMap(
                file ->
                    gate.breaches(script(text(file)), shared).stream()
                        .map(breach -> file.getFileName() + ":" + breach))
            .toList();

    assertThat(files).isNotEmpty();
    assertThat(breaches).isEmpty();
  }

  @Test
  void the_style_of_the_screens_is_old_enough() {
    List<Path> files = files(".css");

    List<String> breaches =
        files.stream()
            .flatMap(
                file ->
                    ofStyle(text(file)).stream().map(breach -> file.getFileName() + ":" + breach))
            .toList();

    assertThat(files).isNotEmpty();
    assertThat(breaches).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "var a = session?.title;",
        "var a = b ?? c;",
        "async function load() {}",
        "var all = {...one};",
        "var {title, ...rest} = {};",
        "var n = 2 ** 3;",
        "try { go(); } catch { stop(); }",
        "import './words.js';",
        "class Row { #lines = 1; }",
        "var n = 1_000;",
        "var r = /(?<year>a)/u;",
        "var r = /a/s;"
      })
  void a_syntax_that_came_later_is_a_breach(String source) {
    assertThat(ofScript(source)).singleElement().asString().contains("SyntaxError");
  }

  @ParameterizedTest
  @CsvSource({
    "'a'.padStart(2),                            String.prototype.padStart (Chrome 57)",
    "function f(text) { return text.padStart(2) }, padStart of String (Chrome 57)",
    "Object.values({}),                          Object.values (Chrome 54)",
    "Object['entries']({}),                      Object.entries (Chrome 54)",
    "document.querySelector('a').append('b'),    'append of Document, DocumentFragment, Element'",
    "document.body.replaceChildren(),            replaceChildren of Document",
    "new AbortController(),                      AbortController (Chrome 66)",
    "new window.AbortController(),               window.AbortController (Chrome 66)",
    "new ResizeObserver(1),                      ResizeObserver (Chrome 64)",
    "globalThis.a,                               globalThis (Chrome 71)",
    "queueMicrotask(1),                          queueMicrotask (Chrome 71)",
    "navigator.share({}),                        navigator.share",
    "'function f(all) { return all.flat() }',    flat of Array (Chrome 69)",
    "'function f(all) { return all.at(-1) }',    'at of Array, String, TypedArray (Chrome 92)'",
    "localStroage.getItem('a'),                  localStroage (no Chrome)",
    "function f(ResizeObserver) {} new ResizeObserver(f), ResizeObserver (Chrome 64)"
  })
  void an_interface_that_came_later_is_a_breach(String source, String breach) {
    assertThat(ofScript(source)).singleElement().asString().contains(breach);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[1, 2].includes(1)",
        "function f(all) { return all.includes(1) }",
        "document.querySelector('a').classList.add('b')",
        "fetch('/').then(function (answer) { return answer.json() })",
        "new Map([[1, 2]]).forEach(x => x)",
        "var {a, b = 2} = {}; var f = (...all) => `${a} ${b} ${all}`",
        "class Row { get lines() { return new Set() } }",
        "function f(ResizeObserver) { return new ResizeObserver(1) }",
        "try { localStorage.setItem('a', 'b') } catch (full) { full.name }"
      })
  void what_the_engine_has_is_none(String source) {
    assertThat(ofScript(source)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a { display: grid }                  | display: grid (Chrome 57)",
        "a { display: flex; gap: 1em }        | gap (Chrome 57)",
        "a { display: flex; column-gap: 1em } | column-gap without columns",
        "a { width: clamp(1px, 2vw, 3px) }    | clamp() (Chrome 79)",
        "a { width: min(1px, 2vw) }           | min() (Chrome 79)",
        "a { --size: max(1px, 2vw) }          | max() (Chrome 79)",
        "a { inset: 0 }                       | inset (Chrome 87)",
        "a { aspect-ratio: 1 }                | aspect-ratio (Chrome 88)",
        "a { position: sticky }               | position: sticky (Chrome 56)",
        "a { height: 100dvh }                 | dvh",
        "a { color: #11223344 }               | #11223344 (Chrome 62)",
        "a { color: oklch(1 0 0) }            | oklch() (Chrome 111)",
        "a { all: revert }                    | revert (Chrome 84)",
        "a { colour: red }                    | colour (not known of any Chrome)",
        "@layer base { a { color: red } }     | @layer (Chrome 99)",
        "@container (width > 1px) { }         | @container (Chrome 10",
        "@media (width > 1px) { }             | a range (Chrome 104)",
        ":is(a, b) { color: red }             | :is (Chrome 88)",
        "a:not(b, c) { color: red }           | :not() of a list (Chrome 88)",
        "a:focus-visible { color: red }       | :focus-visible (Chrome 86)",
        "a { &:hover { color: red } }         | nesting",
        "a { color: red; width: min(1px, 2px) } | min() (Chrome 79)",
        "a { inset: 0; inset: 1px }           | inset (Chrome 87)"
      })
  void a_style_that_came_later_is_a_breach(String source, String breach) {
    assertThat(ofStyle(source)).anySatisfy(each -> assertThat(each).contains(breach));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a { width: 10px; width: min(10px, 2vw) }",
        "a { -webkit-appearance: none; appearance: none }",
        "a { columns: 2; column-gap: 1em }",
        "a { display: -webkit-box; display: flex; justify-content: center }",
        "a { --ink: #123; color: var(--ink); width: calc(1px + 2vw) }",
        "a::-moz-progress-bar { -moz-appearance: none }",
        "@media (prefers-reduced-motion: reduce) { a { transition: none } }",
        "@supports (display: flex) { a { display: flex } }",
        "a:not(.b):first-child > b + c ~ d[e='f']::before { content: 'x' }"
      })
  void what_the_engine_has_or_passes_over_is_none(String source) {
    assertThat(ofStyle(source)).isEmpty();
  }
}
