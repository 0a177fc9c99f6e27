package io.spellmesh.kit.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.VertxBuilder;
import io.vertx.core.VertxOptions;
import io.vertx.micrometer.Label;
import io.vertx.micrometer.MetricsDomain;
import io.vertx.micrometer.MicrometerMetricsFactory;
import io.vertx.micrometer.MicrometerMetricsOptions;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The counters of one process. Safe for any thread. */
public final class Metrics {
  /** Of what {@link #text} answers. @see <a href="https://prometheus.io/docs/instrumenting/exposition_formats/">format</a> */
  public static final String MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8";

  /** Of Vert.x's own: the bus, requests and sockets, pools and the lines before them. */
  private static final Set<MetricsDomain> COUNTED =
      EnumSet.of(MetricsDomain.EVENT_BUS, MetricsDomain.HTTP_SERVER, MetricsDomain.NAMED_POOLS);
  /** Kinds that are few. Addresses, paths and methods are made up by whoever asks. */
  private static final EnumSet<Label> LABELS =
      EnumSet.of(Label.EB_SIDE, Label.HTTP_CODE, Label.POOL_TYPE, Label.POOL_NAME);

  private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final AtomicBoolean machine = new AtomicBoolean();

  /** A Vert.x that is built with this counts here what it does. */
  public VertxBuilder counting(VertxOptions options) {
    MicrometerMetricsOptions counted = new MicrometerMetricsOptions().setEnabled(true)
        .setLabels(LABELS)
        .setDisabledMetricsCategories(EnumSet.complementOf(EnumSet.copyOf(COUNTED)).stream()
            .map(MetricsDomain::toCategory).collect(Collectors.toSet()));
    return Vertx.builder().with(options.setMetricsOptions(counted))
        .withMetrics(new MicrometerMetricsFactory(registry));
  }

  /**
   * Something that only grows.
   *
   * @param name   with dots, as {@code spellmesh.runs.started}; read as {@code spellmesh_runs_started_total}
   * @param labels names and values in turns; the values of a name must be few
   */
  public Counter counter(String name, String help, String... labels) {
    return Counter.builder(name).description(help).tags(labels).register(registry);
  }

  /** Something that comes and goes. @param value asked whenever somebody reads, on any thread */
  public void gauge(String name, String help, Supplier<Number> value) {
    Gauge.builder(name, value).description(help).register(registry);
  }

  /** How often something happened, and for how long altogether and at most. */
  public Timer timer(String name, String help) {
    return Timer.builder(name).description(help).register(registry);
  }

  /** All of it, as Prometheus reads it. */
  public String text() {
    // Only who reads pays for looking at the machine.
    if (!machine.getAndSet(true)) {
      new JvmMemoryMetrics().bindTo(registry);
      new JvmThreadMetrics().bindTo(registry);
      new ProcessorMetrics().bindTo(registry);
      new UptimeMetrics().bindTo(registry);
    }
    return registry.scrape();
  }
}
