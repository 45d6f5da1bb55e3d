package org.callboard.wire;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.callboard.agenda.Agenda;
import org.callboard.agenda.LiveSession;
import org.callboard.board.Notice;
import org.callboard.change.Announcement;

/**
 * NOTICE of the contract. The headline is in English, for readers of the API; a screen says it in
 * its own language from the data, whose instants are RFC 3339 on the live channel as well.
 */
public final class NoticeJson {
  /** The level of what nobody announced: a fact of the day. */
  private static final String CHANGE = "change";

  private NoticeJson() {}

  public static JsonObject of(Agenda agenda, Notice notice) {
    return of(agenda, notice, Stamp.TEXT);
  }

  static JsonArray all(Agenda agenda, List<Notice> notices, Stamp stamp) {
    JsonArray array = new JsonArray();
    notices.forEach(notice -> array.add(of(agenda, notice, stamp)));
    return array;
  }

  private static JsonObject of(Agenda agenda, Notice notice, Stamp stamp) {
    JsonObject json =
        switch (notice.kind()) {
          case ANNOUNCEMENT ->
              announced(agenda.announcement(notice.subject()).orElseThrow().announcement());
          case ROOM_STATUS, HELD -> ofRoom(agenda, notice);
          default -> ofSession(agenda, notice);
        };
    return json.put("kind", notice.kind().word())
        .put("from", stamp.of(notice.from()))
        .put("until", notice.until().map(stamp::of).orElse(null));
  }

  private static JsonObject announced(Announcement announcement) {
    return said(announcement.level().word(), announcement.text().headline())
        .put("detail", announcement.text().detail())
        .put("announcement", announcement.id())
        .put("data", data(announcement));
  }

  private static JsonObject data(Announcement announcement) {
    JsonObject data =
        new JsonObject()
            .put("texts", AnnouncementJson.texts(announcement.translations()))
            .put("mode", announcement.mode().word())
            .put("allClear", announcement.isAllClear())
            .put("targets", AnnouncementJson.targets(announcement.targets()));
    announcement.reviewBy().ifPresent(by -> data.put("reviewBy", Stamp.TEXT.of(by)));
    return data;
  }

  private static JsonObject ofRoom(Agenda agenda, Notice notice) {
    String room = notice.subject();
    JsonObject data =
        notice.kind() == Notice.Kind.HELD
            ? new JsonObject().put("since", Stamp.TEXT.of(notice.from()))
            : new JsonObject().put("status", agenda.room(room).word());
    return said(CHANGE, new Headlines(agenda).of(notice)).put("data", data);
  }

  private static JsonObject ofSession(Agenda agenda, Notice notice) {
    LiveSession session = agenda.session(notice.subject()).orElseThrow();
    return said(CHANGE, new Headlines(agenda).of(notice))
        .put("session", session.id())
        .put("detail", agenda.reason(session.id()))
        .put("data", data(notice, session));
  }

  private static JsonObject data(Notice notice, LiveSession session) {
    return switch (notice.kind()) {
      case MOVED_AWAY -> new JsonObject().put("rooms", new JsonArray(session.rooms()));
      case MOVED_HERE -> new JsonObject().put("rooms", new JsonArray(Headlines.left(session)));
      case DELAYED -> delay(session);
      case PEOPLE ->
          new JsonObject().put("people", SessionJson.people(session.people(), notice.slots()));
      default -> new JsonObject();
    };
  }

  private static JsonObject delay(LiveSession session) {
    boolean known = !session.isPostponed();
    return new JsonObject()
        .put("from", Stamp.TEXT.of(session.plan().span().start()))
        .put("to", known ? Stamp.TEXT.of(session.span().start()) : null)
        .put("minutes", known ? session.lateBy().toMinutes() : null);
  }

  private static JsonObject said(String level, String headline) {
    return new JsonObject()
        .put("kind", "")
        .put("level", level)
        .put("session", (String) null)
        .put("headline", headline)
        .put("detail", "")
        .put("from", "")
        .put("until", (String) null)
        .put("announcement", (String) null);
  }
}
