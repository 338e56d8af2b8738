package fi.kaiku.terminal.input;

import java.util.Collections;
import java.util.Map;

/**
 * One line of a table below its header.
 *
 * @param <C> the table's columns
 */
public sealed interface CsvLine<C extends Enum<C>> {
  /** From 1, the header's line included: as an editor counts. */
  long number();

  /** Cells by column. Never printed: they may hold card ids. */
  record Row<C extends Enum<C>>(long number, Map<C, String> cells) implements CsvLine<C> {
    public Row {
      cells = Collections.unmodifiableMap(cells);
    }

    /** Without surrounding white space. */
    public String get(C column) {
      return cells.get(column);
    }

    @Override
    public String toString() {
      return "Row[" + number + "]";
    }
  }

  /** Not even cells can be told apart. */
  record Broken<C extends Enum<C>>(long number, String reason) implements CsvLine<C> {}
}
