package org.callboard.browser;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.util.HashSet;
import java.util.Set;
import org.callboard.api.Organiser;
import org.callboard.app.ExampleEvent;
import org.callboard.app.TestNode;

/**
 * A lobby screen that lives through the days of the example event at a pace, and what it holds of
 * its browser's memory before and after, at the same instant of the event.
 */
final class LongDay implements AutoCloseable {
  private static final String MORNING = "2017-11-16T08:50:00+01:00";
  private static final int SETTLED_MILLIS = 1_500;

  /** What a page holds after its garbage was collected. */
  record Held(double heapMegabytes, int nodes, int listeners) {}

  private final TestNode node;
  private final Tab tab;
  private final Page page;
  private final CDPSession session;
  private final Organiser organiser;
  private final Set<String> boards = new HashSet<>();

  LongDay(Chromium chromium) {
    node = TestNode.rehearsing(ExampleEvent.programme(), ExampleEvent.FRIDAY_10_50, 1);
    organiser = Organiser.admin(node);
    tab = Tab.wide(chromium);
    page = tab.openAlive(node.url("/?screen=Lobby"));
    session = page.context().newCDPSession(page);
    session.send("Performance.enable");
  }

  /** The event goes on from its first morning, event seconds in a second. */
  void run(double speed, int seconds) {
    clock(MORNING, speed);
    for (int i = 0; i < seconds * 10; i++) {
      page.waitForTimeout(100);
      boards.add(page.locator("[data-part=rooms]").textContent());
    }
  }

  /** What is held at one instant of the event, which is the same whenever it is asked. */
  Held held() {
    clock("2017-11-17T10:50:00+01:00", 1);
    page.waitForCondition(() -> page.locator("[data-part=time]").textContent().startsWith("10:5"));
    page.waitForTimeout(SETTLED_MILLIS);
    session.send("HeapProfiler.collectGarbage");
    session.send("HeapProfiler.collectGarbage");
    JsonObject metrics = session.send("Performance.getMetrics");
    return new Held(
        value(metrics, "JSHeapUsedSize") / 1e6,
        (int) value(metrics, "Nodes"),
        (int) value(metrics, "JSEventListeners"));
  }

  /** How many different boards were seen. */
  int boards() {
    return boards.size();
  }

  private void clock(String at, double speed) {
    int status =
        organiser.change("{'type':'clock','at':'" + at + "','speed':" + speed + "}").status();
    if (status != 201) {
      throw new AssertionError("The clock was not set: " + status);
    }
  }

  private static double value(JsonObject metrics, String name) {
    for (var each : metrics.getAsJsonArray("metrics")) {
      if (each.getAsJsonObject().get("name").getAsString().equals(name)) {
        return each.getAsJsonObject().get("value").getAsDouble();
      }
    }
    throw new AssertionError("The browser does not tell " + name);
  }

  @Override
  public void close() {
    tab.close();
    node.close();
  }
}
