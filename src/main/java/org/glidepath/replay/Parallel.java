package org.glidepath.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;

/** The same work on many things, several at a time. */
final class Parallel {

  private Parallel() {}

  /**
   * Does it.
   *
   * @param jobs how many at a time
   * @param told hears of each result, in the order of the things, as soon as it is there
   */
  static <T, R> List<R> map(List<T> things, int jobs, Function<T, R> work, Consumer<R> told) {
    ExecutorService pool = Executors.newFixedThreadPool(jobs);
    try {
      List<Future<R>> running =
          things.stream().map(thing -> pool.submit(() -> work.apply(thing))).toList();
      List<R> results = new ArrayList<>();
      for (Future<R> one : running) {
        R result = get(one);
        results.add(result);
        told.accept(result);
      }
      return results;
    } finally {
      pool.shutdownNow();
    }
  }

  private static <R> R get(Future<R> running) {
    try {
      return running.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ReplayException("interrupted");
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }
}
