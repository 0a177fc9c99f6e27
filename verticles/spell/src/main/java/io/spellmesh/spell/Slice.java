package io.spellmesh.spell;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** One page of a list. */
record Slice<T>(List<T> items, Optional<String> next) {
  Slice {
    items = List.copyOf(items);
  }

  /** @param rows one more than {@code size} if there are further ones, each with its {@code number} */
  static <T> Slice<T> of(RowSet<Row> rows, int size, Cursor cursor, Function<Row, T> reader) {
    List<T> items = new ArrayList<>();
    long last = 0;
    for (Row row : rows) {
      if (items.size() == size) {
        return new Slice<>(items, Optional.of(cursor.after(last)));
      }
      items.add(reader.apply(row));
      last = row.getLong("number");
    }
    return new Slice<>(items, Optional.empty());
  }
}
