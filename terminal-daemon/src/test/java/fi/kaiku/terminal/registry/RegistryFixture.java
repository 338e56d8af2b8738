package fi.kaiku.terminal.registry;

import static java.nio.charset.StandardCharsets.UTF_8;

import fi.kaiku.terminal.card.CardHasher;
import fi.kaiku.terminal.card.CardId;
import fi.kaiku.terminal.card.NationalKey;
import fi.kaiku.terminal.clock.ClockReading;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A registry in a test's folder, under a clock that stands where the test puts it. */
final class RegistryFixture {
  static final String HEADER = "card_id,kind,issued_on,valid_until,state,children\n";
  static final Instant START = Instant.parse("2026-11-23T10:00:00Z");

  final CardHasher hasher = new CardHasher(new NationalKey(1, new byte[32]));
  final Path file;
  final List<BadRow> badRows = new ArrayList<>();
  ClockReading clock = new ClockReading.Trusted(START, ClockReading.Source.NTP);

  RegistryFixture(Path folder) {
    file = folder.resolve("registry.db");
  }

  CardRegistry open() throws IOException {
    return CardRegistry.open(file, hasher, RegistrySettings.DEFAULT, () -> clock);
  }

  ImportReport load(CardRegistry registry, String csv) {
    return load(registry, csv, Force.NO);
  }

  ImportReport load(CardRegistry registry, String csv, Force force) {
    badRows.clear();
    return registry.importCsv(new ByteArrayInputStream(csv.getBytes(UTF_8)), force, collecting());
  }

  CardLookup lookup(CardRegistry registry, String id) {
    return registry.lookup(hasher.hash(new CardId(id)));
  }

  ImportProgress collecting() {
    return new ImportProgress() {
      @Override
      public void reading(long rows) {}

      @Override
      public void badRow(BadRow row) {
        badRows.add(row);
      }
    };
  }

  /** Good rows, the first card being {@code A000000000}. */
  static String cards(int count) {
    StringBuilder csv = new StringBuilder(HEADER);
    for (int i = 0; i < count; i++) {
      csv.append(card(i)).append('\n');
    }
    return csv.toString();
  }

  static String card(int number) {
    return id(number) + ",personal,2026-01-01,2026-12-31,active," + number % 5;
  }

  static String id(int number) {
    return "A%09d".formatted(number);
  }
}
