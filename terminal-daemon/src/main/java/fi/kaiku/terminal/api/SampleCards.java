package fi.kaiku.terminal.api;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The cards that the demo's panel offers to scan: {@code demo-cards.csv} beside the databases, with
 * the columns {@code code} (what the card is like) and {@code text} (what is in its code). Written
 * by the demo; read anew for each request.
 */
record SampleCards(Path file) {
  /** The answer of the API. */
  record View(List<CardView> cards) {}

  /** One button of the panel. */
  record CardView(String code, String text) {}

  View view() {
    if (!Files.exists(file)) {
      return new View(List.of());
    }
    List<CardView> cards = new ArrayList<>();
    try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file)) {
      csv.forEach(row -> cards.add(new CardView(row.getField("code"), row.getField("text"))));
    } catch (IOException e) {
      throw new UncheckedIOException("read " + file, e);
    }
    return new View(cards);
  }
}
