package org.callboard.pages;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.TemplateOutput;
import gg.jte.output.StringOutput;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Renders the pages. Each holds its board when it arrives and is whole without script; templates
 * escape by context. Any thread may call it.
 */
public final class Pages {
  private static final String TEMPLATES = "org.callboard.pages.templates";

  private final TemplateEngine engine =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, Pages.class.getClassLoader(), TEMPLATES);
  private final Map<String, Labels> labels = new ConcurrentHashMap<>();
  private final Map<String, ConsoleLabels> consoleLabels = new ConcurrentHashMap<>();

  public String lobby(View view) {
    PageModel model = model(view);
    Shell shell = model.shell("lobby", "");
    return render("lobby.jte", shell, "lobby", model.lobby(shell.bulletin()));
  }

  /** The door of a room that the event has. */
  public String door(View view, String roomId) {
    PageModel model = model(view);
    return render("door.jte", model.shell("door", roomId), "door", model.door(roomId));
  }

  public String programme(View view) {
    PageModel model = model(view);
    return render("programme.jte", model.shell("programme", ""), "guide", model.guide());
  }

  /** A page that says what is not there, and where the boards are. */
  public String message(View view, String headline, String detail) {
    PageModel model = model(view);
    return render(
        "message.jte", model.shell("message", ""), "message", model.message(headline, detail));
  }

  /** What the door of a room that the event has says, in words alone. */
  public DoorWords doorWords(View view, String roomId) {
    return model(view).doorWords(roomId);
  }

  /** The door of a room that the event has, for terminals and screen readers. */
  public String doorText(View view, String roomId) {
    return new BoardText(labels(view)).door(doorWords(view, roomId));
  }

  /** Every room, for terminals and screen readers. */
  public String lobbyText(View view) {
    PageModel model = model(view);
    Bulletin bulletin = model.shell("lobby", "").bulletin();
    return new BoardText(labels(view)).lobby(model.lobby(bulletin), bulletin);
  }

  /** What is not there, and which rooms are, for terminals and screen readers. */
  public String messageText(View view, String headline, String detail) {
    return new BoardText(labels(view)).message(model(view).message(headline, detail));
  }

  /**
   * The console, with a login form where nobody is logged in.
   *
   * @param me a JSON object of the account that is logged in, or empty
   */
  public String console(View view, String me) {
    PageModel model = model(view);
    ConsoleLabels words = consoleLabels.computeIfAbsent(view.language(), ConsoleLabels::of);
    Shell shell = model.shell("console", "");
    return render("console.jte", shell, "console", model.console(words, shell.bulletin(), me));
  }

  private PageModel model(View view) {
    return new PageModel(view, labels(view));
  }

  private Labels labels(View view) {
    return labels.computeIfAbsent(view.language(), Labels::of);
  }

  private String render(String template, Shell shell, String name, Object content) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("shell", shell);
    parameters.put(name, content);
    TemplateOutput output = new StringOutput();
    engine.render(template, parameters, output);
    return output.toString();
  }
}
