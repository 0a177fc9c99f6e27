package io.spellmesh.bench.live;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** What a window of time has brought. Used on one event loop. */
final class Tally {
  private long[] latencies = new long[1 << 16];
  private int runs;
  private long events;
  private long lost;
  private long doubled;
  private long foreign;
  private long refused;
  private final Map<String, Integer> refusals = new TreeMap<>();

  void completed(long nanos) {
    if (runs == latencies.length) {
      latencies = Arrays.copyOf(latencies, 2 * runs);
    }
    latencies[runs++] = nanos;
  }

  void events(int count) {
    events += count;
  }

  /** An event came before one of a lower number: either that one is lost, or it comes late and is counted doubled. */
  void lost() {
    lost++;
  }

  void doubled() {
    doubled++;
  }

  /** A message of a run that this socket did not start. */
  void foreign() {
    foreign++;
  }

  /** @param failure number and message of the failure */
  void refused(String failure) {
    refused++;
    refusals.merge(failure, 1, Integer::sum);
  }

  int runs() {
    return runs;
  }

  long events() {
    return events;
  }

  /** @param part 0 to 1; in ms */
  double percentile(double part) {
    long[] sorted = Arrays.copyOf(latencies, runs);
    Arrays.sort(sorted);
    return runs == 0 ? Double.NaN : sorted[(int) Math.min(runs - 1, Math.floor(part * runs))] / 1e6;
  }

  boolean isClean() {
    return lost + doubled + foreign + refused == 0;
  }

  String faults() {
    return "lost or early " + lost + ", doubled or late " + doubled + ", foreign " + foreign
        + ", refused " + refused + (refusals.isEmpty() ? "" : " " + refusals);
  }
}
