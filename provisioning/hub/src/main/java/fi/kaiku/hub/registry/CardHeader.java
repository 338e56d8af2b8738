package fi.kaiku.hub.registry;

import fi.kaiku.hub.registry.ImportReport.Cause;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The first line of the card list. A column that is not asked for may be background data of a
 * person, which never leaves the programme's registry (R27): the list is refused by its name.
 */
final class CardHeader {
  private static final int NAME_MAX = 40;

  private CardHeader() {}

  static void check(List<String> names) throws RefusedFileException {
    List<String> expected = Arrays.stream(CardColumn.values()).map(CardColumn::text).toList();
    for (String name : names) {
      if (!expected.contains(name)) {
        throw refused(
            "column '" + shortened(name) + "' must not be in the list: nothing else of a person");
      }
      if (names.indexOf(name) != names.lastIndexOf(name)) {
        throw refused("column '" + name + "' stands there twice");
      }
    }
    String missing =
        expected.stream().filter(name -> !names.contains(name)).collect(Collectors.joining(", "));
    if (!missing.isEmpty()) {
      throw refused("missing: " + missing);
    }
  }

  private static RefusedFileException refused(String what) {
    return new RefusedFileException(
        Cause.WRONG_COLUMNS,
        what
            + "; expected the columns "
            + Arrays.stream(CardColumn.values())
                .map(CardColumn::text)
                .collect(Collectors.joining(",")));
  }

  private static String shortened(String name) {
    return name.length() <= NAME_MAX ? name : name.substring(0, NAME_MAX) + "...";
  }
}
