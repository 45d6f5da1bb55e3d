package org.callboard.pages;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.TemplateOutput;
import gg.jte.output.StringOutput;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.callboard.agenda.LiveSession;
import org.callboard.check.Report;
import org.callboard.programme.Session;

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
  private final Map<String, Labels> phoneLabels = new ConcurrentHashMap<>();
  private final Map<String, Labels> screenLabels = new ConcurrentHashMap<>();
  private final Map<String, Labels> hostLabels = new ConcurrentHashMap<>();
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

  /** The whole programme, for a phone. */
  public String programme(View view, Outside outside) {
    Labels words = phoneLabels(view.language());
    PageModel model = new PageModel(view, words);
    Guide guide = new GuideModel(model, view, words).guide(outside);
    return render("programme.jte", model.shell("programme", ""), "guide", guide);
  }

  /** A session that is in the programme. */
  public String session(View view, LiveSession session, Outside outside) {
    return session(view, model -> model.page(session, outside));
  }

  /** A session that was in the programme, by the last plan of it. */
  public String formerSession(View view, Session plan, Outside outside) {
    return session(view, model -> model.former(plan, outside));
  }

  private String session(View view, Function<SessionModel, SessionPage> page) {
    Labels words = phoneLabels(view.language());
    PageModel model = new PageModel(view, words);
    SessionPage content = page.apply(new SessionModel(model, view, words));
    return render("session.jte", model.shell("session", ""), "session", content);
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
    return new BoardText(labels(view.language())).door(doorWords(view, roomId));
  }

  /** Every room, for terminals and screen readers. */
  public String lobbyText(View view) {
    PageModel model = model(view);
    Bulletin bulletin = model.shell("lobby", "").bulletin();
    return new BoardText(labels(view.language())).lobby(model.lobby(bulletin), bulletin);
  }

  /** What is not there, and which rooms are, for terminals and screen readers. */
  public String messageText(View view, String headline, String detail) {
    return new BoardText(labels(view.language())).message(model(view).message(headline, detail));
  }

  /** A screen that waits for its assignment. */
  public String screen(View view) {
    Labels words =
        screenLabels.computeIfAbsent(view.language(), code -> Labels.of(code).and("screen"));
    PageModel model = new PageModel(view, words);
    return render("screen.jte", model.shell("screen", ""), "screen", model.waiting());
  }

  /** A board in a frame that is turned. */
  public String turned(View view, int degrees, String address) {
    String event = view.boards().agenda().programme().event().name();
    TemplateOutput page = new StringOutput();
    engine.render("turned.jte", new Turned(event, view.language(), degrees, address), page);
    return page.toString();
  }

  /**
   * The page of a room's host.
   *
   * @param link a JSON object of how the room stands beyond its board
   */
  public String host(View view, String roomId, String link) {
    PageModel model = new PageModel(view, hostLabels(view));
    return render("host.jte", model.shell("host", roomId), "host", model.host(roomId, link));
  }

  /** Says that a host's link is not good, or no longer. */
  public String hostUnknown(View view) {
    return hostMessage(view, "deadLink", "deadLinkDetail");
  }

  /** Says that a host's link cannot be looked up now. */
  public String hostLater(View view) {
    return hostMessage(view, "linkLater", "linkLaterDetail");
  }

  private String hostMessage(View view, String headline, String detail) {
    Labels words = hostLabels(view);
    return message(view, words.say(headline), words.say(detail));
  }

  private Labels hostLabels(View view) {
    return hostLabels.computeIfAbsent(view.language(), code -> Labels.of(code).and("host"));
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

  /** The check of a programme, as a page that needs nothing beside it. */
  public String check(Report report) {
    TemplateOutput output = new StringOutput();
    engine.render("check.jte", report, output);
    return output.toString();
  }

  /** A label in a language that ships with the program, with {0}, {1} … filled in. */
  public String say(String language, String key, Object... values) {
    return labels(language).say(key, values);
  }

  private PageModel model(View view) {
    return new PageModel(view, labels(view.speech().atOnce()));
  }

  private Labels labels(String language) {
    return labels(List.of(language));
  }

  private Labels labels(List<String> languages) {
    return labels.computeIfAbsent(String.join(",", languages), key -> Labels.of(languages));
  }

  private Labels phoneLabels(String language) {
    return phoneLabels.computeIfAbsent(language, code -> Labels.of(code).and("phone"));
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
