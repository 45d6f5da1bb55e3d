package org.callboard.pages;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.callboard.change.Announcement;
import org.callboard.change.Announcement.Text;

/**
 * What a takeover tells people to do, by what was agreed to be said or by the words it begins with:
 * an instruction stands first, so that "Do not leave" shows nobody running. Words that tell
 * different things, or none that is known, ask for attention alone.
 *
 * @param lead the words at the beginning of the headline that say it; or empty
 */
public record Instruction(Action action, String lead) {
  private static final List<Action> TOLD =
      List.of(Action.LEAVE, Action.STAY, Action.SHELTER, Action.MEDICAL);

  private static final Map<Action, List<String>> BEGINNINGS = beginnings();
  private static final String JSON = written();

  /**
   * The instruction of an announcement.
   *
   * @param headline its words on the page, which may be of another language than its own
   */
  static Instruction of(Announcement announcement, String headline) {
    Stream<String> texts =
        Stream.concat(Stream.of(announcement.text()), announcement.translations().values().stream())
            .map(Text::headline);
    Set<Action> told = texts.flatMap(Instruction::told).collect(Collectors.toSet());
    Action action = told.size() == 1 ? told.iterator().next() : Action.ATTENTION;
    return new Instruction(action, lead(action, headline));
  }

  private static Stream<Action> told(String headline) {
    return TOLD.stream()
        .filter(
            action ->
                Agreed.says(action, headline)
                    || BEGINNINGS.get(action).stream().anyMatch(words -> begins(headline, words)));
  }

  private static String lead(Action action, String headline) {
    return BEGINNINGS.getOrDefault(action, List.of()).stream()
        .filter(words -> begins(headline, words) && words.length() < headline.length())
        .max(Comparator.comparingInt(String::length))
        .map(words -> headline.substring(0, words.length()))
        .orElse("");
  }

  /** Whether a text begins with whole words, however they are written. */
  private static boolean begins(String text, String words) {
    int end = words.length();
    return text.regionMatches(true, 0, words, 0, end)
        && (text.length() == end || !Character.isLetter(text.codePointAt(end)));
  }

  /** What stands in a headline after its lead. */
  static String rest(String headline, String lead) {
    return headline.substring(lead.length());
  }

  /** A JSON object for a device: by action the strokes of its sign and the words that tell it. */
  public static String json() {
    return JSON;
  }

  private static Map<Action, List<String>> beginnings() {
    Map<Action, List<String>> all = new EnumMap<>(Action.class);
    for (Action action : TOLD) {
      List<String> words = new ArrayList<>();
      for (String language : Agreed.LANGUAGES) {
        String listed = Labels.of(language).and("safety").say(action.word() + ".begins");
        words.addAll(Arrays.asList(listed.split("\\s*\\|\\s*")));
      }
      all.put(action, words.stream().distinct().toList());
    }
    return all;
  }

  private static String written() {
    JsonObject all = new JsonObject();
    for (Action action : Action.values()) {
      JsonArray strokes = new JsonArray();
      action
          .strokes()
          .forEach(stroke -> strokes.add(new JsonArray().add(stroke.path()).add(stroke.width())));
      all.put(
          action.word(),
          new JsonObject()
              .put("strokes", strokes)
              .put("begins", new JsonArray(BEGINNINGS.getOrDefault(action, List.of())))
              .put("says", new JsonArray(Agreed.headlines(action))));
    }
    return all.encode();
  }
}
