package org.callboard.watch;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.FileProps;
import java.util.Optional;
import org.callboard.interchange.Programmes;

/** A programme in a file, read again when its size or its time of change is another. */
final class FileSource implements Source {
  private final Vertx vertx;
  private final String path;
  private String last = "";

  FileSource(Vertx vertx, String path) {
    this.vertx = vertx;
    this.path = path;
  }

  @Override
  public Future<Optional<Buffer>> read() {
    return vertx
        .fileSystem()
        .props(path)
        .recover(failure -> Future.failedFuture("There is no such file; check watch.url."))
        .compose(this::read);
  }

  private Future<Optional<Buffer>> read(FileProps props) {
    if (!props.isRegularFile()) {
      return Future.failedFuture("It is no file; check watch.url.");
    }
    if (props.size() > Programmes.LARGEST_BYTES) {
      return Future.failedFuture(
          "The file is larger than the " + Programmes.LARGEST_MEGABYTES + " MB that are read.");
    }
    String mark = props.lastModifiedTime() + " " + props.size();
    if (mark.equals(last)) {
      return Future.succeededFuture(Optional.empty());
    }
    return vertx
        .fileSystem()
        .readFile(path)
        .map(
            bytes -> {
              last = mark;
              return Optional.of(bytes);
            });
  }

  @Override
  public void forget() {
    last = "";
  }
}
