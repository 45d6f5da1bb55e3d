package org.callboard.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * The file of an SQLite database, looked at from outside before SQLite touches it: SQLite would
 * open an empty file, or make a missing one, as a database in which nothing ever happened.
 *
 * <p>The first 100 bytes are the header, see "Database File Format" of SQLite, section 1.3.
 */
final class DatabaseFile {
  /** "Call", in the header's application id: a file with another belongs to somebody else. */
  static final int APPLICATION_ID = 0x43616c6c;

  private static final int HEADER_BYTES = 100;
  private static final int APPLICATION_ID_AT = 68;
  private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
  private static final List<String> BESIDE = List.of("-wal", "-shm", "-journal");
  private static final String RESTORE = "restore it from a backup with: callboard journal restore";

  private final Path path;

  DatabaseFile(Path path) {
    this.path = path.toAbsolutePath().normalize();
  }

  Path path() {
    return path;
  }

  /** The same place, renamed: what SQLite keeps beside the file goes along. */
  static void move(Path from, Path to) throws IOException {
    Files.move(from, to);
    for (String suffix : BESIDE) {
      if (Files.exists(beside(from, suffix))) {
        Files.move(beside(from, suffix), beside(to, suffix));
      }
    }
    force(to.toAbsolutePath().getParent());
  }

  static void delete(Path path) throws IOException {
    Files.deleteIfExists(path);
    for (String suffix : BESIDE) {
      Files.deleteIfExists(beside(path, suffix));
    }
  }

  /**
   * Whether there is a database; false where one may be made.
   *
   * @throws UnusableDatabase when something is there that must not be opened
   */
  boolean isThere() {
    if (!Files.exists(path)) {
      requireNoRemains();
      return false;
    }
    requireFile();
    byte[] header = header();
    requireSqlite(header);
    requireOurs(header);
    return true;
  }

  /** What tells this file from another that is later put in its place. */
  Object identity() {
    try {
      Object key = Files.readAttributes(path, BasicFileAttributes.class).fileKey();
      return Objects.requireNonNullElse(key, path);
    } catch (IOException gone) {
      return "gone";
    }
  }

  UnusableDatabase unusable(String state, String remedy) {
    return new UnusableDatabase(path.toString(), state, remedy);
  }

  UnusableDatabase damaged(String how) {
    return unusable("the database is damaged (" + how + ")", RESTORE);
  }

  private void requireNoRemains() {
    if (length(beside(path, "-wal")) > 0 || length(beside(path, "-journal")) > 0) {
      throw unusable("the database is gone, and what was written last is still beside it", RESTORE);
    }
  }

  private void requireFile() {
    if (Files.isDirectory(path)) {
      throw unusable("is a folder, not a database", "name another place");
    }
    if (!Files.isRegularFile(path)) {
      throw unusable("is not a file", "name another place");
    }
    if (!Files.isReadable(path) || !Files.isWritable(path)) {
      throw unusable("cannot be read and written", "give this user the right to");
    }
  }

  private void requireSqlite(byte[] header) {
    if (header.length == 0) {
      throw damaged("the file is empty");
    }
    if (header.length < HEADER_BYTES
        || !Arrays.equals(header, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
      throw unusable("is not a database, or its header is damaged", "name another, or " + RESTORE);
    }
  }

  private void requireOurs(byte[] header) {
    if (ByteBuffer.wrap(header).getInt(APPLICATION_ID_AT) != APPLICATION_ID) {
      throw unusable("is the database of another application", "name another place");
    }
  }

  private byte[] header() {
    try (InputStream in = Files.newInputStream(path)) {
      return in.readNBytes(HEADER_BYTES);
    } catch (IOException e) {
      throw new UnusableDatabase(path.toString(), "cannot be read", "see to the disk", e);
    }
  }

  private static long length(Path path) {
    try {
      return Files.size(path);
    } catch (IOException none) {
      return 0;
    }
  }

  private static Path beside(Path path, String suffix) {
    return path.resolveSibling(path.getFileName() + suffix);
  }

  /** A name outlives a power cut only when its folder was forced as well. */
  private static void force(Path folder) throws IOException {
    if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }
}
