package org.glidepath.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Says that files have changed. It looks itself, four times a second: notices of the operating
 * system do not arrive from network drives and mounted volumes, and some hundred files are looked
 * at in two milliseconds.
 */
final class FolderWatch implements AutoCloseable {

  private static final int DEEPEST = 8;
  private static final long BETWEEN_LOOKS_MS = 250;

  /** An editor or a checkout writes several files one after the other. */
  private static final long UNTIL_QUIET_MS = 100;

  private final List<Path> folders;
  private final Runnable onChange;
  private final Thread thread;

  /** What tells one content of a file from another without reading it. */
  private record Stamp(FileTime modified, long size) {}

  /**
   * A watch that has not begun.
   *
   * @param folders looked at with everything below them
   * @param onChange called on a thread of its own, once at the beginning and after each change
   */
  FolderWatch(List<Path> folders, Runnable onChange) {
    this.folders = List.copyOf(folders);
    this.onChange = onChange;
    this.thread = new Thread(this::watch, "rule folder watch");
    this.thread.setDaemon(true);
  }

  void begin() {
    thread.start();
  }

  @Override
  public void close() {
    thread.interrupt();
  }

  private void watch() {
    try {
      Map<Path, Stamp> seen = Map.of();
      while (true) {
        Map<Path, Stamp> now = stamps();
        if (!now.equals(seen)) {
          seen = quiet(now);
          onChange.run();
        }
        Thread.sleep(BETWEEN_LOOKS_MS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Waits until nothing changes any more. */
  private Map<Path, Stamp> quiet(Map<Path, Stamp> first) throws InterruptedException {
    Map<Path, Stamp> before = first;
    while (true) {
      Thread.sleep(UNTIL_QUIET_MS);
      Map<Path, Stamp> now = stamps();
      if (now.equals(before)) {
        return now;
      }
      before = now;
    }
  }

  private Map<Path, Stamp> stamps() {
    Map<Path, Stamp> stamps = new TreeMap<>();
    for (Path folder : folders) {
      try (Stream<Path> files = Files.walk(folder, DEEPEST, FileVisitOption.FOLLOW_LINKS)) {
        files.forEach(file -> add(file, stamps));
      } catch (IOException | UncheckedIOException e) {
        // what cannot be listed is seen again when it can; reading the book says what is wrong
      }
    }
    return stamps;
  }

  private static void add(Path file, Map<Path, Stamp> stamps) {
    try {
      BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
      stamps.put(file, new Stamp(attributes.lastModifiedTime(), attributes.size()));
    } catch (IOException e) {
      // gone in the meantime
    }
  }
}
