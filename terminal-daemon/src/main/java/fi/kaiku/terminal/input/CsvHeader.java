package fi.kaiku.terminal.input;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Which cell of a line belongs to which column. Columns may stand in any order, and bear the names
 * of an enum's constants in small letters.
 *
 * @param width cells of a line
 */
record CsvHeader<C extends Enum<C>>(int width, Map<C, Integer> positions) {

  static <C extends Enum<C>> CsvHeader<C> of(
      List<String> cells, Class<C> columns, ExtraColumns extraColumns) throws CsvHeaderException {
    List<String> expected = names(columns);
    List<String> found = cells.stream().map(c -> c.strip().toLowerCase(Locale.ROOT)).toList();
    for (String name : found) {
      if (found.indexOf(name) != found.lastIndexOf(name) && expected.contains(name)) {
        throw new CsvHeaderException("column '" + name + "' stands there twice");
      }
    }
    List<String> missing = expected.stream().filter(name -> !found.contains(name)).toList();
    List<String> unknown = found.stream().filter(name -> !expected.contains(name)).toList();
    if (!missing.isEmpty() || (extraColumns == ExtraColumns.REFUSED && !unknown.isEmpty())) {
      throw new CsvHeaderException(complaint(expected, missing, unknown, extraColumns));
    }
    Map<C, Integer> positions = new EnumMap<>(columns);
    for (C column : columns.getEnumConstants()) {
      positions.put(column, found.indexOf(nameOf(column)));
    }
    return new CsvHeader<>(found.size(), positions);
  }

  Map<C, String> arrange(List<String> cells) {
    Map<C, String> arranged = new HashMap<>();
    positions.forEach((column, at) -> arranged.put(column, cells.get(at).strip()));
    return arranged;
  }

  private static <C extends Enum<C>> List<String> names(Class<C> columns) {
    return Arrays.stream(columns.getEnumConstants()).map(CsvHeader::nameOf).toList();
  }

  private static String nameOf(Enum<?> column) {
    return column.name().toLowerCase(Locale.ROOT);
  }

  private static String complaint(
      List<String> expected,
      List<String> missing,
      List<String> unknown,
      ExtraColumns extraColumns) {
    List<String> complaints = new ArrayList<>();
    for (String name : unknown) {
      String hint = NearestName.hint(name, missing);
      if (extraColumns == ExtraColumns.REFUSED || !hint.isEmpty()) {
        complaints.add("unknown column '" + shortened(name) + "'" + hint);
      }
    }
    if (!missing.isEmpty()) {
      complaints.add("missing: " + String.join(", ", missing));
    }
    complaints.add("expected the columns " + String.join(",", expected));
    return String.join("; ", complaints);
  }

  private static String shortened(String name) {
    int longest = 40;
    return name.length() <= longest ? name : name.substring(0, longest) + "...";
  }
}
