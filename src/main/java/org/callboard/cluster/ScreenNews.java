package org.callboard.cluster;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.callboard.clock.Moment;
import org.callboard.live.Cue;
import org.callboard.live.Cues;
import org.callboard.live.Screen;
import org.callboard.live.Screens;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the nodes tell each other of their screens: each second those that have changed, every tenth
 * time all, so that whatever was lost is made good; what one is to do, and which is struck off.
 */
final class ScreenNews {
  private static final Logger LOG = LoggerFactory.getLogger(ScreenNews.class);
  private static final String STATES = "callboard.screens";
  private static final String ORDERS = "callboard.screen.orders";
  private static final long BEAT_MILLIS = 1_000;
  private static final int WHOLE_EVERY = 10;

  private final Vertx vertx;
  private final NodeBus bus;
  private final Screens screens;
  private final Moment.Source time;
  private Map<String, Screen> told = Map.of();
  private int beats;

  private ScreenNews(Vertx vertx, NodeBus bus, Screens screens, Moment.Source time) {
    this.vertx = vertx;
    this.bus = bus;
    this.screens = screens;
    this.time = time;
  }

  static void spread(Vertx vertx, NodeBus bus, Screens screens, Moment.Source time) {
    ScreenNews news = new ScreenNews(vertx, bus, screens, time);
    bus.hear(STATES, news::heardStates);
    bus.hear(ORDERS, news::heardOrder);
    Cues.consume(vertx, news::passOn);
    screens.whenForgotten(id -> bus.say(ORDERS, new JsonObject().put("forget", id)));
    vertx.setPeriodic(BEAT_MILLIS, beat -> news.tell());
  }

  private void tell() {
    boolean isWhole = beats++ % WHOLE_EVERY == 0;
    List<Screen> here = screens.here();
    List<Screen> news =
        isWhole ? here : here.stream().filter(each -> told.get(each.id()) != each).toList();
    told = new HashMap<>();
    here.forEach(each -> told.put(each.id(), each));
    ScreenWords words = new ScreenWords(time.now());
    bus.say(
        STATES,
        new JsonObject()
            .put("whole", isWhole)
            .put("screens", new JsonArray(news.stream().map(words::screen).toList()))
            .put(
                "phones", new JsonArray(screens.phonesHere().stream().map(words::crowd).toList())));
  }

  private void heardStates(JsonObject message) {
    ScreenWords words = new ScreenWords(time.now());
    try {
      screens.said(
          message.getString("node"),
          message.getBoolean("whole"),
          objects(message, "screens").stream().map(words::screen).toList(),
          objects(message, "phones").stream().map(words::crowd).toList());
    } catch (RuntimeException unreadable) {
      LOG.debug("Screens of a node of another version are not listed here", unreadable);
    }
  }

  private static List<JsonObject> objects(JsonObject message, String field) {
    return message.getJsonArray(field).stream().map(JsonObject.class::cast).toList();
  }

  /** A command that was given here may be for a screen of another node. */
  private void passOn(Cue cue) {
    if (cue instanceof Cue.Command command && !command.isPassedOn()) {
      bus.say(ORDERS, new JsonObject().put("screen", command.screen()).put("do", command.what()));
    }
  }

  private void heardOrder(JsonObject message) {
    if (message.getValue("forget") instanceof String id) {
      screens.forgottenElsewhere(id);
    } else if (message.getValue("screen") instanceof String id) {
      Cues.publish(vertx, new Cue.Command(id, message.getString("do", ""), true));
    }
  }
}
