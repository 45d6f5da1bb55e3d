package org.callboard.app;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.callboard.agenda.Agenda;
import org.callboard.board.Board;
import org.callboard.board.Boards;
import org.callboard.programme.Programme;
import org.callboard.programme.Room;
import org.callboard.wire.BoardJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code board}: what the boards of a programme show at an instant, without a server. */
@Command(
    name = "board",
    description = "Shows now and next of one room or all.",
    mixinStandardHelpOptions = true)
final class BoardCommand implements Callable<Integer> {
  private final Map<String, String> env;

  @Spec private CommandSpec spec;
  @Mixin private ZoneOption zone;

  @Parameters(paramLabel = "FILE", description = "The programme.")
  private Path file;

  @Option(names = "--room", paramLabel = "ID", description = "One room, by id, name or alias.")
  private String room;

  @Option(
      names = "--at",
      paramLabel = "INSTANT",
      description = "The time to show, such as 2017-11-16T10:31; without it, now.")
  private String at;

  @Option(names = "--json", description = "Shows the boards as JSON.")
  private boolean json;

  BoardCommand(Map<String, String> env) {
    this.env = env;
  }

  @Override
  public Integer call() {
    Instants.requireReadable(spec.commandLine(), Optional.ofNullable(at));
    Programme programme = Sources.file(file, zone.options(env)).programme();
    Instant instant =
        at == null ? Instant.now() : Instants.parse("--at", at, programme.event().zone());
    Boards boards = Boards.of(0, Agenda.of(programme));
    List<Board> chosen = chosen(boards);
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(json(boards, chosen, instant).encodePrettily());
    } else {
      new BoardTable(boards.agenda(), instant).lines(chosen).forEach(out::println);
    }
    return Main.OK;
  }

  private List<Board> chosen(Boards boards) {
    if (room == null) {
      return boards.rooms();
    }
    List<Room> rooms = boards.agenda().programme().rooms();
    return Stream.concat(
            rooms.stream().filter(each -> each.id().equals(room)),
            rooms.stream().filter(this::isMeant))
        .findFirst()
        .flatMap(each -> boards.board(each.id()))
        .map(List::of)
        .orElseThrow(() -> unknown(rooms));
  }

  private boolean isMeant(Room each) {
    return each.name().equalsIgnoreCase(room)
        || each.aliases().stream().anyMatch(room::equalsIgnoreCase);
  }

  private BadInput unknown(List<Room> rooms) {
    String known = rooms.stream().map(Room::id).collect(Collectors.joining(", "));
    return new BadInput(
        file
            + ": there is no room \""
            + room
            + "\"; known are "
            + (known.isEmpty() ? "none" : known));
  }

  private static JsonObject json(Boards boards, List<Board> chosen, Instant instant) {
    JsonArray rooms = new JsonArray();
    chosen.forEach(board -> rooms.add(BoardJson.of(boards, board, instant)));
    return new JsonObject()
        .put("at", instant.truncatedTo(ChronoUnit.SECONDS).toString())
        .put("rooms", rooms);
  }
}
