package io.spellmesh.mesh.live;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** A wire between clients and the mesh that breaks as it is told. */
final class FaultProxy implements AutoCloseable {
  /** How a connection ends. */
  enum Way {
    /** RST to both sides. */
    RESET,
    /** Each side is told that nothing more will come; what was on its way is lost. */
    CLOSED,
    /** The client is told that nothing more will come; the server hears nothing of it for now. */
    HALF_CLOSED,
    /** Nothing passes any more, and nobody is told. */
    STALLED
  }

  /** @param bytes of both directions together, after which the connection ends, wherever in a frame that is */
  record Fate(Way way, long bytes) {
    static final Fate WHOLE = new Fate(Way.CLOSED, Long.MAX_VALUE);
  }

  private final ServerSocket server;
  private final URI upstream;
  private final Supplier<Fate> fates;
  private final Queue<Socket> open = new ConcurrentLinkedQueue<>();
  private final AtomicInteger cuts = new AtomicInteger();

  /** @param fates asked once for each connection */
  FaultProxy(URI upstream, Supplier<Fate> fates) throws IOException {
    this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    this.upstream = upstream;
    this.fates = fates;
    Thread.ofVirtual().start(this::accept);
  }

  /** Where clients go instead of to the mesh. */
  URI base() {
    return URI.create("http://127.0.0.1:" + server.getLocalPort());
  }

  int cuts() {
    return cuts.get();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket client = server.accept();
        open.add(client);
        Socket mesh = new Socket(upstream.getHost(), upstream.getPort());
        open.add(mesh);
        Wire wire = new Wire(client, mesh, fates.get());
        Thread.ofVirtual().start(() -> wire.pump(client, mesh));
        Thread.ofVirtual().start(() -> wire.pump(mesh, client));
      } catch (IOException ended) {
        // Closed, or the mesh is not there: the client finds out.
        continue;
      }
    }
  }

  private final class Wire {
    private final Socket client;
    private final Socket mesh;
    private final Fate fate;
    private final AtomicLong left;

    Wire(Socket client, Socket mesh, Fate fate) {
      this.client = client;
      this.mesh = mesh;
      this.fate = fate;
      this.left = new AtomicLong(fate.bytes);
    }

    void pump(Socket from, Socket to) {
      byte[] buffer = new byte[8192];
      try {
        InputStream in = from.getInputStream();
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
          long before = left.getAndAdd(-read);
          if (before > 0) {
            to.getOutputStream().write(buffer, 0, (int) Math.min(read, before));
          }
          if (before > 0 && before <= read) {
            cut();
          }
        }
        if (left.get() > 0) {
          to.shutdownOutput();
        }
      } catch (IOException gone) {
        end(from);
        if (left.get() > 0) {
          end(to);
        }
      }
    }

    private void cut() throws IOException {
      cuts.incrementAndGet();
      switch (fate.way) {
        case RESET -> {
          client.setSoLinger(true, 0);
          mesh.setSoLinger(true, 0);
          end(client);
          end(mesh);
        }
        case CLOSED -> {
          client.shutdownOutput();
          mesh.shutdownOutput();
        }
        case HALF_CLOSED -> client.shutdownOutput();
        case STALLED -> { }
      }
    }
  }

  private static void end(Socket socket) {
    try {
      socket.close();
    } catch (IOException ended) {
      throw new java.io.UncheckedIOException(ended);
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
    open.forEach(FaultProxy::end);
  }
}
