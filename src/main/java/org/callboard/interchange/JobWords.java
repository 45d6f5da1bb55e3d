package org.callboard.interchange;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The words of job titles, by which a name is told from what its bearer does. */
final class JobWords {
  private static final Set<String> JOBS =
      Set.of(
          "mayor",
          "mayors",
          "vice",
          "deputy",
          "executive",
          "director",
          "president",
          "minister",
          "secretary",
          "head",
          "chief",
          "officer",
          "advisor",
          "adviser",
          "coordinator",
          "councillor",
          "councilor",
          "commissioner",
          "prefect",
          "governor",
          "specialist",
          "leader",
          "fellow",
          "founder",
          "cofounder",
          "chair",
          "chairman",
          "chairwoman",
          "chairperson",
          "professor",
          "lecturer",
          "researcher",
          "manager",
          "senior",
          "representative",
          "ambassador",
          "editor",
          "journalist",
          "author",
          "expert",
          "analyst",
          "consultant",
          "engineer",
          "developer",
          "architect",
          "ceo",
          "cto",
          "cfo",
          "partner",
          "rector",
          "alderman",
          "alderwoman",
          "member",
          "attaché",
          "delegate",
          "counsel",
          "counsellor",
          "student",
          "maire",
          "adjoint",
          "directeur",
          "directrice",
          "présidente",
          "président",
          "ministre",
          "burgemeester",
          "schepen",
          "directrice-générale",
          "voorzitter",
          "alcalde",
          "alcaldesa",
          "directora",
          "presidenta",
          "ministro",
          "ministra",
          "bürgermeister",
          "bürgermeisterin",
          "direktor",
          "başkan",
          "başkanı",
          "müdürü");
  private static final Set<String> QUALIFIERS =
      Set.of(
          "general",
          "development",
          "local",
          "economic",
          "social",
          "urban",
          "policy",
          "regional",
          "international",
          "human",
          "national",
          "technical",
          "assistant",
          "associate",
          "programme",
          "program",
          "project",
          "research",
          "acting",
          "former",
          "affairs",
          "cooperation",
          "office",
          "communications",
          "planning",
          "managing",
          "special",
          "municipal",
          "prime",
          "ai",
          "city");
  private static final Pattern PARTS = Pattern.compile("[^\\p{L}]++");

  private JobWords() {}

  static boolean isJob(String word) {
    return anyPart(word, JOBS);
  }

  static boolean isJobOrQualifier(String word) {
    return isJob(word) || anyPart(word, QUALIFIERS);
  }

  static boolean occurIn(String text) {
    return PARTS.splitAsStream(text.toLowerCase(Locale.ROOT)).anyMatch(JOBS::contains);
  }

  private static boolean anyPart(String word, Set<String> words) {
    return PARTS.splitAsStream(word.toLowerCase(Locale.ROOT)).anyMatch(words::contains);
  }
}
