package org.callboard.api;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.callboard.accounts.HostLink;
import org.callboard.accounts.HostLinks;
import org.callboard.live.Scripts;
import org.callboard.pages.QrCode;
import org.callboard.programme.Day;
import org.callboard.programme.Programme;
import org.callboard.wire.Fields;

/** The links that organisers give to the hosts of rooms: made, listed, revoked. */
final class HostLinkRoutes {

  /** How long a link holds after the event, while hosts tidy up. */
  private static final Duration AFTERWARDS = Duration.ofHours(2);

  /** How long one holds in a rehearsal, whose days are not those of the calendar. */
  private static final Duration REHEARSAL = Duration.ofHours(24);

  private final HostLinks links;
  private final BlockingWork work;
  private final Scripts scripts;
  private final PublicAddress address;

  HostLinkRoutes(HostLinks links, BlockingWork work, Scripts scripts, PublicAddress address) {
    this.links = links;
    this.work = work;
    this.scripts = scripts;
    this.address = address;
  }

  void mount(Router router) {
    router.get("/api/host-links").handler(Authentication.ORGANISERS).handler(this::list);
    router
        .post("/api/host-links")
        .handler(Authentication.ORGANISERS)
        .handler(JsonBody.SMALL)
        .handler(this::create);
    router.delete("/api/host-links/:id").handler(Authentication.ORGANISERS).handler(this::revoke);
  }

  private void list(RoutingContext context) {
    work.answer(
        context,
        links::list,
        all ->
            Answers.json(
                context,
                200,
                new JsonObject()
                    .put("links", new JsonArray(all.stream().map(HostLinkRoutes::json).toList()))));
  }

  private void create(RoutingContext context) {
    Fields fields = new Fields(JsonBody.of(context));
    String room = fields.text("room");
    Instant expires =
        AccountJson.given(fields, "expires") ? fields.instant("expires") : usualEnd(links.now());
    fields.requireNoMore();
    if (programme().room(room).isEmpty()) {
      new Problem(422, "Not possible", "There is no room " + room + "; /api/event lists them.")
          .answer(context);
      return;
    }
    String base = address.of(context.request());
    String by = Caller.of(context).orElseThrow().account().name();
    work.answer(context, () -> links.create(room, by, expires), made -> made(context, made, base));
  }

  private Programme programme() {
    return scripts.boards().agenda().programme();
  }

  /** The end of the last day and a little more, within what a link may have. */
  private Instant usualEnd(Instant now) {
    Optional<Instant> last =
        programme().days().stream().map(Day::span).map(span -> span.end()).max(Instant::compareTo);
    Instant wanted =
        scripts.clock().isRehearsal()
            ? now.plus(REHEARSAL)
            : last.filter(now::isBefore).orElse(now).plus(AFTERWARDS);
    Instant latest = now.plus(HostLinks.LONGEST);
    return (wanted.isBefore(latest) ? wanted : latest).truncatedTo(ChronoUnit.SECONDS);
  }

  /** The only time that the token is known, so the code is drawn now. */
  private static void made(RoutingContext context, HostLink.Made made, String base) {
    String url = base + HostRoutes.FOLDER + made.token();
    QrCode code = QrCode.of(url);
    Answers.json(
        context,
        201,
        json(made.link())
            .put("url", url)
            .put("token", made.token())
            .put("qr", new JsonObject().put("size", code.size()).put("path", code.path())));
  }

  private static JsonObject json(HostLink link) {
    return new JsonObject()
        .put("id", link.id())
        .put("room", link.room())
        .put("createdBy", link.createdBy())
        .put("created", Answers.text(link.created()))
        .put("seen", link.seen().map(Answers::text).orElse(null))
        .put("expires", Answers.text(link.expires()));
  }

  private void revoke(RoutingContext context) {
    String id = context.pathParam("id");
    work.answer(
        context,
        () -> links.revoke(id),
        revoked -> {
          if (revoked) {
            Answers.noContent(context);
          } else {
            Problem.notFound("There is no such link, or no longer; /api/host-links lists them.")
                .answer(context);
          }
        });
  }
}
