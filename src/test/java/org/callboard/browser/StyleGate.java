package org.callboard.browser;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Finds what a style sheet uses that an engine does not have.
 *
 * <p>A declaration may be newer where the one directly before it is of the same property, with a
 * prefix or without, and holds alone: the engine passes over what it does not know. A media feature
 * may be newer, since the engine passes over its whole block.
 */
final class StyleGate {
  /** Units of CSS Values 3; every other came later. */
  private static final Set<String> UNITS =
      Set.of(
          "px", "em", "rem", "ex", "ch", "vh", "vw", "vmin", "vmax", "cm", "mm", "in", "pt", "pc",
          "s", "ms", "deg", "rad", "turn", "dpi", "dppx");

  /** They belong to a place of their own, and are as old as that. */
  private static final Set<String> OLD_FUNCTIONS = Set.of("var", "format", "local");

  private final FirstChrome first;
  private final int engine;
  private final Set<String> allowed;
  private final Set<String> breaches = new LinkedHashSet<>();

  /**
   * @param allowed declarations, as {@code property: value} or {@code property}, that an engine may
   *     do without
   */
  StyleGate(FirstChrome first, int engine, Set<String> allowed) {
    this.first = first;
    this.engine = engine;
    this.allowed = allowed;
  }

  List<String> breaches(JsonNode sheet) {
    breaches.clear();
    walk(sheet, false);
    return List.copyOf(breaches);
  }

  private void walk(JsonNode node, boolean isInRule) {
    String type = node.path("type").asText();
    switch (type) {
      case "Atrule" -> atRule(node);
      case "Rule" -> rule(node, isInRule);
      case "Block" -> block(node);
      case "PseudoClassSelector" -> pseudoClass(node);
      case "PseudoElementSelector" -> selector(node, node.path("name").asText());
      case "NestingSelector" -> report(node, "nesting", first.of("css.selectors.nesting"));
      case "FeatureRange" -> report(node, "a range", first.of("css.at-rules.media.range_syntax"));
      case "Raw" -> breaches.add(line(node) + ": unreadable: " + node.path("value").asText());
      default -> {}
    }
    boolean within = isInRule || type.equals("Rule");
    node.forEach(child -> walk(child, within));
  }

  private void atRule(JsonNode node) {
    String name = node.path("name").asText();
    report(node, "@" + name, first.of("css.at-rules." + name));
  }

  private void rule(JsonNode node, boolean isInRule) {
    if (isInRule) {
      report(node, "a rule in a rule", first.of("css.selectors.nesting"));
    }
  }

  private void pseudoClass(JsonNode node) {
    String name = node.path("name").asText();
    selector(node, name);
    boolean isList =
        node.path("children").findValues("type").stream()
                .filter(type -> type.asText().equals("Selector"))
                .count()
            > 1;
    if (name.equals("not") && isList) {
      report(node, ":not() of a list", first.of("css.selectors.not.selector_list"));
    }
  }

  /** What carries another engine's prefix is for that engine. */
  private void selector(JsonNode node, String name) {
    if (!name.startsWith("-moz-") && !name.startsWith("-ms-")) {
      report(node, ":" + name, first.of("css.selectors." + name));
    }
  }

  private void block(JsonNode block) {
    List<JsonNode> declarations = new ArrayList<>();
    block
        .path("children")
        .forEach(
            child -> {
              if (child.path("type").asText().equals("Declaration")) {
                declarations.add(child);
              }
            });
    String rest =
        String.join(
            " ", declarations.stream().map(each -> each.path("property").asText()).toList());
    IntStream.range(0, declarations.size())
        .filter(i -> i == 0 || !isFallback(declarations.get(i - 1), declarations.get(i)))
        .forEach(i -> breaches.addAll(breaches(declarations.get(i), rest)));
  }

  private boolean isFallback(JsonNode before, JsonNode declaration) {
    return plainly(before).equals(plainly(declaration)) && breaches(before, "").isEmpty();
  }

  private static String plainly(JsonNode declaration) {
    return declaration.path("property").asText().replaceFirst("^-webkit-", "");
  }

  private List<String> breaches(JsonNode declaration, String beside) {
    String property = declaration.path("property").asText();
    if (property.startsWith("-moz-") || property.startsWith("-ms-") || allowed.contains(property)) {
      return List.of();
    }
    StyleGate found = new StyleGate(first, engine, allowed);
    if (!property.startsWith("--")) {
      OptionalInt descriptor = first.of("css.at-rules.font-face." + property);
      OptionalInt known = first.of("css.properties." + property);
      found.report(declaration, property, known.isPresent() ? known : descriptor);
    }
    if (property.equals("column-gap") && !beside.contains("columns")) {
      found.report(declaration, "column-gap without columns", OptionalInt.empty());
    }
    found.value(declaration.path("value"), property);
    return List.copyOf(found.breaches);
  }

  private void value(JsonNode node, String property) {
    String name = node.path("name").asText();
    switch (node.path("type").asText()) {
      case "Function" -> function(node, property, name);
      case "Identifier" -> keyword(node, property, name);
      case "Dimension" -> unit(node, node.path("unit").asText());
      case "Hash" -> colour(node, node.path("value").asText());
      default -> {}
    }
    node.forEach(child -> value(child, property));
  }

  private void function(JsonNode node, String property, String name) {
    if (!OLD_FUNCTIONS.contains(name)) {
      OptionalInt own = first.of("css.properties." + property + "." + name);
      report(node, name + "()", own.isPresent() ? own : first.ofType(name));
    }
  }

  /** A keyword that the table does not know by itself is as old as its property. */
  private void keyword(JsonNode node, String property, String name) {
    OptionalInt own = first.of("css.properties." + property + "." + name);
    OptionalInt global = first.of("css.types.global_keywords." + name);
    OptionalInt since = own.isPresent() ? own : global;
    if (since.isPresent() && !allowed.contains(property + ": " + name)) {
      report(node, property + ": " + name, since);
    }
  }

  private void unit(JsonNode node, String unit) {
    if (!UNITS.contains(unit)) {
      report(node, unit, OptionalInt.empty());
    }
  }

  private void colour(JsonNode node, String digits) {
    if (digits.length() == 4 || digits.length() == 8) {
      report(
          node,
          "#" + digits,
          first.of("css.types.color.rgb_hexadecimal_notation.alpha_hexadecimal_notation"));
    }
  }

  private void report(JsonNode node, String what, OptionalInt since) {
    if (since.orElse(FirstChrome.NEVER) > engine) {
      String came =
          since.isPresent() && since.getAsInt() != FirstChrome.NEVER
              ? "Chrome " + since.getAsInt()
              : "not known of any Chrome";
      breaches.add(line(node) + ": " + what + " (" + came + ")");
    }
  }

  private static int line(JsonNode node) {
    return node.path("loc").path("start").path("line").asInt();
  }
}
