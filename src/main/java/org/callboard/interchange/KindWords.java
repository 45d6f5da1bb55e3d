package org.callboard.interchange;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.callboard.programme.Kind;

/**
 * The words by which a label or a title says what kind of session it is; the first match counts.
 */
final class KindWords {
  private static final List<Map.Entry<Kind, Set<String>>> WORDS =
      List.of(
          Map.entry(
              Kind.LUNCH,
              Set.of(
                  "lunch",
                  "luncheon",
                  "lunchpauze",
                  "déjeuner",
                  "almuerzo",
                  "comida",
                  "middagmaal",
                  "mittagessen",
                  "mittagspause",
                  "öğle",
                  "pranzo",
                  "almoço")),
          Map.entry(Kind.SIDE_EVENT, Set.of("sideevent", "sideevents")),
          Map.entry(
              Kind.BREAKOUT,
              Set.of(
                  "breakout",
                  "breakouts",
                  "workshop",
                  "workshops",
                  "atelier",
                  "ateliers",
                  "taller",
                  "atölye")),
          Map.entry(
              Kind.BREAK,
              Set.of(
                  "break",
                  "coffee",
                  "tea",
                  "pause",
                  "pauze",
                  "koffiepauze",
                  "koffie",
                  "pausa",
                  "kaffeepause",
                  "mola",
                  "ara",
                  "descanso")),
          Map.entry(
              Kind.RECEPTION,
              Set.of(
                  "reception",
                  "dinner",
                  "drinks",
                  "cocktail",
                  "receptie",
                  "réception",
                  "recepción",
                  "resepsiyon",
                  "empfang",
                  "borrel",
                  "cena",
                  "dîner",
                  "abendessen")),
          Map.entry(
              Kind.VISIT,
              Set.of(
                  "visit",
                  "visits",
                  "tour",
                  "excursion",
                  "visite",
                  "visita",
                  "bezoek",
                  "ziyaret",
                  "besuch",
                  "rondleiding")),
          Map.entry(Kind.KEYNOTE, Set.of("keynote", "keynotes")),
          Map.entry(
              Kind.PLENARY,
              Set.of("plenary", "plénière", "plenaria", "plenair", "plenum", "plenaire")),
          Map.entry(
              Kind.PANEL,
              Set.of(
                  "panel",
                  "discussion",
                  "roundtable",
                  "debate",
                  "débat",
                  "debat",
                  "podium",
                  "podiumsdiskussion")),
          Map.entry(
              Kind.OTHER,
              Set.of(
                  "registration",
                  "accreditation",
                  "inscription",
                  "inscripción",
                  "registratie",
                  "accueil",
                  "onthaal",
                  "kayıt",
                  "anmeldung",
                  "doors")),
          Map.entry(
              Kind.CEREMONY,
              Set.of(
                  "ceremony",
                  "welcome",
                  "welcoming",
                  "opening",
                  "closing",
                  "awards",
                  "cérémonie",
                  "ceremonia",
                  "ouverture",
                  "clôture",
                  "apertura",
                  "clausura",
                  "açılış",
                  "kapanış",
                  "eröffnung")),
          Map.entry(Kind.TALK, Set.of("talk", "lecture", "presentation")));
  private static final Pattern HYPHENATED =
      Pattern.compile("\\b(side|break|round)[ -](?=event|out\\b|table)");
  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}]++");
  private static final int FIRST_WORDS = 6;

  private KindWords() {}

  static Optional<Kind> of(String text) {
    String head = text.substring(0, Math.min(text.length(), 120)).toLowerCase(Locale.ROOT);
    String[] words = BETWEEN.split(HYPHENATED.matcher(head).replaceAll("$1"), FIRST_WORDS + 1);
    Set<String> first = Set.copyOf(List.of(words).subList(0, Math.min(words.length, FIRST_WORDS)));
    return WORDS.stream()
        .filter(entry -> entry.getValue().stream().anyMatch(first::contains))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** The kind that a label gives; "Session 2" is one of several at once. */
  static Optional<Kind> ofLabel(String label) {
    return label.isEmpty() ? Optional.empty() : Optional.of(of(label).orElse(Kind.BREAKOUT));
  }
}
