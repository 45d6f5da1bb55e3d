package org.callboard.app;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The files that commands write. */
final class Targets {

  private Targets() {}

  /** A reader of the target sees the old file or the new one, never half of it. */
  static void write(Path target, String text) {
    try {
      Path folder = target.toAbsolutePath().getParent();
      Path half = Files.createTempFile(folder, ".callboard", ".part");
      try {
        Files.writeString(half, text);
        move(half, target);
      } finally {
        Files.deleteIfExists(half);
      }
    } catch (IOException e) {
      throw new BadInput(target + ": it cannot be written, check the folder: " + e);
    }
  }

  private static void move(Path half, Path target) throws IOException {
    try {
      Files.move(half, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(half, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
