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
    return of(rows, size, row -> cursor.after(row.getLong("number")), reader);
  }

  /** @param mark where the list goes on behind a row */
  static <T> Slice<T> of(RowSet<Row> rows, int size, Function<Row, String> mark, Function<Row, T> reader) {
    List<T> items = new ArrayList<>();
    Optional<String> last = Optional.empty();
    for (Row row : rows) {
      if (items.size() == size) {
        return new Slice<>(items, last);
      }
      items.add(reader.apply(row));
      last = Optional.of(mark.apply(row));
    }
    return new Slice<>(items, Optional.empty());
  }
}
