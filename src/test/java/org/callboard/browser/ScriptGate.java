package org.callboard.browser;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds what a script uses of the platform that an engine does not have.
 *
 * <p>A name that the scripts do not declare is a global; a member of a global is looked up exactly.
 * Of any other receiver the type is not known, so a call is a breach as soon as any object that the
 * engine has gained a method of that name later, and a read when every such member came later. What
 * only an option or a string asks for is not seen.
 */
final class ScriptGate {
  private static final Map<String, List<String>> GLOBALS =
      Map.of(
          "document", List.of("Document", "Node", "EventTarget"),
          "window", List.of("Window", "EventTarget"),
          "navigator", List.of("Navigator"),
          "location", List.of("Location"),
          "performance", List.of("Performance", "EventTarget"),
          "localStorage", List.of("Storage"),
          "sessionStorage", List.of("Storage"),
          "caches", List.of("CacheStorage"),
          "history", List.of("History"),
          "screen", List.of("Screen"));

  /**
   * Objects that no screen has in hand, with methods of the names that arrays and elements have.
   */
  private static final Set<String> NOT_IN_HAND =
      Set.of(
          "Iterator",
          "URLSearchParams",
          "CacheStorage",
          "OfflineAudioContext",
          "ProcessingInstruction");

  private final FirstChrome first;
  private final int engine;
  private final Set<String> allowed;
  private final Deque<Set<String>> scopes = new ArrayDeque<>();
  private final Set<String> breaches = new LinkedHashSet<>();

  /**
   * @param allowed members of globals, such as {@code navigator.share}, and bare names of members
   *     that may be read, never called
   */
  ScriptGate(FirstChrome first, int engine, Set<String> allowed) {
    this.first = first;
    this.engine = engine;
    this.allowed = allowed;
  }

  /**
   * The breaches of one script among others that share its globals.
   *
   * @param shared what the others declare
   */
  List<String> breaches(JsonNode script, Set<String> shared) {
    scopes.clear();
    breaches.clear();
    scopes.push(shared);
    scopes.push(declared(script));
    walkChildren(script);
    return List.copyOf(breaches);
  }

  /** The names that a script or a function declares for all of itself. */
  static Set<String> declared(JsonNode node) {
    Set<String> names = new HashSet<>();
    node.path("params").forEach(parameter -> names(parameter, names));
    collect(node.path("body"), names);
    return names;
  }

  private static void collect(JsonNode node, Set<String> names) {
    String type = node.path("type").asText();
    if (List.of("FunctionDeclaration", "ClassDeclaration", "VariableDeclarator").contains(type)) {
      names(node.path("id"), names);
    } else if (type.equals("CatchClause")) {
      names(node.path("param"), names);
    }
    if (!isFunction(node)) {
      node.forEach(child -> collect(child, names));
    }
  }

  private static void names(JsonNode pattern, Set<String> names) {
    switch (pattern.path("type").asText()) {
      case "Identifier" -> names.add(pattern.path("name").asText());
      case "Property" -> names(pattern.path("value"), names);
      case "AssignmentPattern" -> names(pattern.path("left"), names);
      case "RestElement" -> names(pattern.path("argument"), names);
      case "ObjectPattern" -> pattern.path("properties").forEach(each -> names(each, names));
      case "ArrayPattern" -> pattern.path("elements").forEach(each -> names(each, names));
      default -> {}
    }
  }

  private static boolean isFunction(JsonNode node) {
    return node.path("type").asText().contains("Function");
  }

  private void walk(JsonNode node) {
    switch (node.path("type").asText()) {
      case "Identifier" -> global(node);
      case "MemberExpression" -> member(node, false);
      case "CallExpression" -> call(node);
      case "Property", "MethodDefinition" -> keyed(node);
      case "LabeledStatement" -> walk(node.path("body"));
      case "BreakStatement", "ContinueStatement" -> {}
      default -> scoped(node);
    }
  }

  private void walkChildren(JsonNode node) {
    node.forEach(
        child -> {
          if (child.isArray()) {
            child.forEach(this::walk);
          } else if (child.isObject()) {
            walk(child);
          }
        });
  }

  private void scoped(JsonNode node) {
    if (isFunction(node)) {
      Set<String> names = declared(node);
      names.add("arguments");
      names(node.path("id"), names);
      scopes.push(names);
      walkChildren(node);
      scopes.pop();
    } else {
      walkChildren(node);
    }
  }

  private void keyed(JsonNode node) {
    if (node.path("computed").asBoolean()) {
      walk(node.path("key"));
    }
    walk(node.path("value"));
  }

  private void call(JsonNode node) {
    JsonNode callee = node.path("callee");
    if (callee.path("type").asText().equals("MemberExpression")) {
      member(callee, true);
    } else {
      walk(callee);
    }
    node.path("arguments").forEach(this::walk);
  }

  private void member(JsonNode node, boolean isCall) {
    JsonNode object = node.path("object");
    walk(object);
    boolean isComputed = node.path("computed").asBoolean();
    if (isComputed) {
      walk(node.path("property"));
    }
    String name = isComputed ? literal(node) : node.path("property").path("name").asText();
    if (!name.isEmpty()) {
      used(object, name, isCall, line(node));
    }
  }

  private static String literal(JsonNode node) {
    JsonNode value = node.path("property").path("value");
    return value.isTextual() ? value.asText() : "";
  }

  private void used(JsonNode object, String name, boolean isCall, int line) {
    Optional<String> receiver = receiver(object);
    String said = receiver.map(known -> known + "." + name).orElse(name);
    boolean isGuess = receiver.isEmpty() && isCall;
    if (!isGuess && allowed.contains(said)) {
      return;
    }
    OptionalInt exact = receiver.map(known -> exactly(known, name)).orElse(OptionalInt.empty());
    if (exact.isPresent()) {
      check(said, exact.getAsInt(), line);
    } else if (receiver.filter("window"::equals).isPresent()) {
      check(said, first.ofGlobal(name).orElse(FirstChrome.NEVER), line);
    } else {
      byName(name, isCall, line);
    }
  }

  private Optional<String> receiver(JsonNode object) {
    String name = object.path("name").asText();
    boolean isGlobal = object.path("type").asText().equals("Identifier") && !isDeclared(name);
    if (isGlobal) {
      return Optional.of(name);
    }
    JsonNode value = object.path("value");
    return switch (object.path("type").asText()) {
      case "ArrayExpression" -> Optional.of("Array.prototype");
      case "TemplateLiteral" -> Optional.of("String.prototype");
      case "Literal" -> value.isTextual() ? Optional.of("String.prototype") : Optional.empty();
      default -> Optional.empty();
    };
  }

  private OptionalInt exactly(String receiver, String name) {
    String type = receiver.replace(".prototype", "");
    Stream<String> places =
        GLOBALS.containsKey(type)
            ? GLOBALS.get(type).stream().map(each -> "api." + each + "." + name)
            : Stream.of(
                "javascript.builtins." + type + "." + name,
                "api." + type + "." + name + "_static",
                "api." + type + "." + name);
    return places.flatMapToInt(place -> first.of(place).stream()).min();
  }

  private void byName(String name, boolean isCall, int line) {
    List<FirstChrome.Member> known =
        first.members(name).stream()
            .filter(member -> member.since() != FirstChrome.NEVER)
            .filter(member -> !NOT_IN_HAND.contains(member.owner()))
            .filter(member -> first.ofGlobal(member.owner()).orElse(0) <= engine)
            .toList();
    List<FirstChrome.Member> newer =
        known.stream().filter(member -> member.since() > engine).toList();
    if (isCall ? !newer.isEmpty() : !newer.isEmpty() && newer.size() == known.size()) {
      List<String> owners = newer.stream().map(FirstChrome.Member::owner).sorted().toList();
      int since = newer.stream().mapToInt(FirstChrome.Member::since).min().orElseThrow();
      check(name + " of " + String.join(", ", owners), since, line);
    }
  }

  private void global(JsonNode node) {
    String name = node.path("name").asText();
    if (!isDeclared(name) && !allowed.contains(name)) {
      check(name, first.ofGlobal(name).orElse(FirstChrome.NEVER), line(node));
    }
  }

  private boolean isDeclared(String name) {
    return scopes.stream().anyMatch(scope -> scope.contains(name));
  }

  private void check(String feature, int since, int line) {
    if (since > engine) {
      String came = since == FirstChrome.NEVER ? "no Chrome" : "Chrome " + since;
      breaches.add(line + ": " + feature + " (" + came + ")");
    }
  }

  private static int line(JsonNode node) {
    return node.path("loc").path("start").path("line").asInt();
  }
}
