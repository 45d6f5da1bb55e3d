package org.callboard;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The architecture: what each package may know. A package that is not in the table fails. */
class ArchitectureTest {
  private static final String ROOT = "org.callboard.";

  /** A pure package knows the JDK and these; any other knows libraries as well. */
  private static final Map<String, Set<String>> MAY_KNOW =
      Map.ofEntries(
          Map.entry("programme", Set.of()),
          Map.entry("change", Set.of("programme")),
          Map.entry("agenda", Set.of("programme", "change")),
          Map.entry("board", Set.of("programme", "change", "agenda")),
          Map.entry("clock", Set.of()),
          Map.entry("alarm", Set.of("clock")),
          Map.entry("interchange", Set.of("programme")),
          Map.entry("check", Set.of("programme")),
          Map.entry(
              "wire", Set.of("programme", "change", "agenda", "board", "clock", "interchange")),
          Map.entry("feeds", Set.of("programme", "change", "agenda", "interchange")),
          Map.entry("store", Set.of()),
          Map.entry("claims", Set.of("store")),
          Map.entry("journal", Set.of("programme", "change", "agenda", "wire", "store")),
          Map.entry("accounts", Set.of("store")),
          Map.entry(
              "desk",
              Set.of(
                  "programme", "change", "agenda", "board", "clock", "alarm", "wire", "journal")),
          Map.entry(
              "live", Set.of("programme", "change", "agenda", "board", "clock", "wire", "desk")),
          Map.entry("cluster", Set.of("clock", "wire", "journal", "desk", "live")),
          Map.entry("metrics", Set.of("clock", "wire", "journal", "desk", "live")),
          Map.entry(
              "outgoing",
              Set.of(
                  "programme",
                  "change",
                  "agenda",
                  "clock",
                  "alarm",
                  "store",
                  "journal",
                  "desk",
                  "claims")),
          Map.entry(
              "watch",
              Set.of(
                  "programme",
                  "change",
                  "agenda",
                  "interchange",
                  "wire",
                  "journal",
                  "desk",
                  "claims")),
          Map.entry(
              "pages", Set.of("programme", "change", "agenda", "board", "clock", "wire", "check")),
          Map.entry("paint", Set.of("pages")),
          Map.entry(
              "api",
              Set.of(
                  "programme",
                  "change",
                  "agenda",
                  "board",
                  "clock",
                  "alarm",
                  "interchange",
                  "wire",
                  "feeds",
                  "journal",
                  "accounts",
                  "desk",
                  "live",
                  "metrics",
                  "outgoing",
                  "pages",
                  "paint")));

  private static final Set<String> PURE =
      Set.of("programme", "change", "agenda", "board", "clock", "check");

  private final JavaClasses classes =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.callboard");

  private static String packageOf(JavaClass type) {
    String name = type.getPackageName();
    return name.startsWith(ROOT) ? name.substring(ROOT.length()).split("\\.")[0] : "";
  }

  @Test
  void every_package_knows_only_what_the_table_says() {
    Map<String, Set<String>> known = new TreeMap<>();
    for (JavaClass type : classes) {
      Set<String> targets = known.computeIfAbsent(packageOf(type), key -> new TreeSet<>());
      type.getDirectDependenciesFromSelf().stream()
          .map(dependency -> dependency.getTargetClass())
          .filter(target -> target.getPackageName().startsWith(ROOT))
          .map(ArchitectureTest::packageOf)
          .filter(target -> !target.equals(packageOf(type)))
          .forEach(targets::add);
    }
    known.remove("");
    known.remove("app");
    assertThat(known.keySet()).isEqualTo(new TreeSet<>(MAY_KNOW.keySet()));
    known.forEach((name, targets) -> assertThat(MAY_KNOW.get(name)).as(name).containsAll(targets));
  }

  @Test
  void the_pure_core_knows_only_the_jdk() {
    String[] pure = PURE.stream().map(name -> ROOT + name + "..").toArray(String[]::new);
    noClasses()
        .that()
        .resideInAnyPackage(pure)
        .should()
        .dependOnClassesThat()
        .resideOutsideOfPackages("java..", "org.callboard..")
        .check(classes);
  }

  @Test
  void only_cluster_names_hazelcast() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + "cluster..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("com.hazelcast..", "io.vertx.spi.cluster..")
        .check(classes);
  }

  @Test
  void only_app_reads_the_wall_clock_and_the_environment() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + "app..")
        .should()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(System.class, "nanoTime")
        .orShould()
        .callMethod(System.class, "getenv", String.class)
        .orShould()
        .callMethod(System.class, "getenv")
        .orShould()
        .callMethod(Clock.class, "systemUTC")
        .check(classes);
  }
}
