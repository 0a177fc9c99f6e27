package io.spellmesh.kit.database;

import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.util.Scanner;
import java.util.concurrent.TimeUnit;

/** A process of its own that opens a data folder, says "open", writes what it is told, and may be killed. */
final class DatabaseHolder {

  private DatabaseHolder() {}

  public static void main(String[] arguments) throws Exception {
    Vertx vertx = Vertx.vertx();
    Database database = Database.open(vertx, DatabaseConfig.embedded(Path.of(arguments[0])))
        .toCompletionStage().toCompletableFuture().get(120, TimeUnit.SECONDS);
    System.out.println("open");
    try (Scanner in = new Scanner(System.in)) {
      while (in.hasNextLine()) {
        database.pool().query(in.nextLine()).execute()
            .toCompletionStage().toCompletableFuture().get(60, TimeUnit.SECONDS);
        System.out.println("done");
      }
    }
    database.close().toCompletionStage().toCompletableFuture().get(60, TimeUnit.SECONDS);
    System.exit(0);
  }
}
