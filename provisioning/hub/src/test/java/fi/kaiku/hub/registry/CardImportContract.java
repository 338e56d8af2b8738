package fi.kaiku.hub.registry;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kaiku.hub.key.HubKeys;
import fi.kaiku.hub.key.KeyFile;
import fi.kaiku.hub.registry.ImportReport.Cause;
import fi.kaiku.hub.store.Database;
import fi.kaiku.hub.store.FeedWatch;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an import of cards leaves in the database, the same on each that a hub runs on. */
abstract class CardImportContract {
  static final String HEADER = "card_id,kind,issued_on,valid_until,state,children\n";

  @TempDir Path folder;
  private Database database;
  private HubKeys keys;
  private CardImport cards;
  private final List<String> badRows = new ArrayList<>();

  abstract Database open();

  @BeforeEach
  void start() throws IOException {
    database = open();
    keys = KeyFile.readOrMake(folder.resolve("keys"), new SecureRandom());
    cards =
        new CardImport(
            database,
            keys,
            InstantSource.fixed(Instant.EPOCH),
            new FeedWatch(database, "cards"),
            folder.resolve("import.part"));
  }

  @AfterEach
  void close() {
    database.close();
  }

  private ImportReport load(String csv) {
    return load(csv, Force.NO);
  }

  private ImportReport load(String csv, Force force) {
    badRows.clear();
    return cards.importCsv(
        new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)),
        force,
        new ImportProgress() {
          @Override
          public void reading(long rows) {}

          @Override
          public void badRow(long line, String column, String reason) {
            badRows.add(line + " " + column + ": " + reason);
          }
        });
  }

  private Cause refused(String csv) {
    Checkpoint before = last();
    ImportReport.Refused refused = (ImportReport.Refused) load(csv);
    assertThat(last()).isEqualTo(before);
    return refused.cause();
  }

  private Checkpoint last() {
    return database.read(Checkpoint::last);
  }

  private Map<String, CardFacts> stored() {
    Map<String, CardFacts> stored = new HashMap<>();
    database
        .read(db -> CardTable.page(db, new byte[0], 100_000))
        .forEach(card -> stored.put(HexFormat.of().formatHex(card.hash()), card.facts()));
    return stored;
  }

  private CardFacts stored(String id) {
    return stored().get(HexFormat.of().formatHex(keys.cardHash(id)));
  }

  /** What the log says, applied to nothing: position and what is told of the card. */
  private List<String> log() {
    return database.read(
        db ->
            db.createQuery(
                    "SELECT position, gone, last_day, hash FROM card_change ORDER BY position")
                .map(
                    (row, _) ->
                        row.getLong(1) + (row.getInt(2) == 1 ? " gone" : " day " + row.getInt(3)))
                .list());
  }

  static String id(int number) {
    return "A%09d".formatted(number);
  }

  static String card(int number, String lastDay) {
    return id(number) + ",personal,2026-01-01," + lastDay + ",active,2\n";
  }

  private static String cards(int count) {
    StringBuilder csv = new StringBuilder(HEADER);
    for (int i = 0; i < count; i++) {
      csv.append(card(i, "2026-12-31"));
    }
    return csv.toString();
  }

  private long sumOverAll() {
    return database.read(db -> CardTable.page(db, new byte[0], 100_000)).stream()
        .mapToLong(CardRow::share)
        .sum();
  }

  @Test
  void aListBecomesTheRegistryByHashOnly() {
    assertThat(
            load(
                HEADER
                    + "AB12CD34EF,personal,2026-01-01,2026-12-31,active,3\n"
                    + "XY98ZW76VU,community,2026-02-01,2027-01-31,withdrawn,\n"))
        .isEqualTo(new ImportReport.Imported(2, 2, 0, 0));
    assertThat(stored("AB12CD34EF")).isEqualTo(new CardFacts(0, 20454, 20818, 0, 3));
    assertThat(stored("XY98ZW76VU")).isEqualTo(new CardFacts(1, 20485, 20849, 2, 0));
    assertThat(last().cards()).isEqualTo(2);
    assertThat(Files.exists(folder.resolve("import.part"))).isFalse();
  }

  @Test
  void theNextListIsTakenAsItsDifferences() {
    load(cards(20));
    long before = last().position();
    String next =
        cards(19).replace(card(7, "2026-12-31"), card(7, "2027-06-30")) + card(99, "2027-01-31");
    assertThat(load(next)).isEqualTo(new ImportReport.Imported(20, 2, 1, 0));
    assertThat(log())
        .hasSize(3)
        .allMatch(line -> Long.parseLong(line.split(" ", -1)[0]) > before)
        .anyMatch(line -> line.endsWith("gone"));
    assertThat(last().position()).isEqualTo(before + 3);
    assertThat(stored(id(19))).isNull();
    assertThat(stored(id(7)).lastDay()).isEqualTo(20999);
    assertThat(load(next)).isEqualTo(new ImportReport.Imported(20, 0, 0, 0));
    assertThat(last().position()).isEqualTo(before + 3);
  }

  @Test
  void theChecksumIsAlwaysTheSumOverAllCards() {
    Random random = new Random(Long.getLong("kaiku.seed", 42));
    for (int round = 0; round < 20; round++) {
      StringBuilder csv = new StringBuilder(HEADER);
      for (int i = 0; i < 60; i++) {
        if (random.nextInt(4) > 0) {
          csv.append(card(i, "2026-12-%02d".formatted(1 + random.nextInt(3))));
        }
      }
      load(csv.toString(), Force.YES);
      assertThat(last().checksum()).isEqualTo(sumOverAll());
      assertThat(last().cards()).isEqualTo(stored().size());
    }
  }

  @Test
  void badRowsAreToldByLineAndTheGoodOnesLoad() {
    String csv =
        cards(600)
            + "ab12cd34ef,personal,2026-01-01,2026-12-31,active,0\n"
            + "131052308T,personal,2026-01-01,2026-12-31,active,0\n"
            + id(3)
            + ",personal,2026-01-01,2026-12-31,active,0\n"
            + id(700)
            + ",personal,2026-01-01,2025-12-31,active,0\n"
            + id(701)
            + ",personal,2026-02-30,2026-12-31,active\n";
    assertThat(load(csv)).isEqualTo(new ImportReport.Imported(600, 600, 0, 5));
    assertThat(badRows)
        .containsExactly(
            "602 card_id: 10 characters, expected 10 capitals or digits",
            "603 card_id: looks like a personal identity code, which no card bears",
            "604 card_id: the same id as on a line above",
            "605 valid_until: is before issued_on",
            "606 : 5 cells, expected 6");
  }

  @Test
  void backgroundDataIsRefusedByTheNameOfItsColumn() {
    ImportReport report = load(HEADER.replace("\n", ",birth_year\n") + "x\n");
    assertThat(((ImportReport.Refused) report).detail()).contains("'birth_year'");
    assertThat(refused("card_id,kind\n")).isEqualTo(Cause.WRONG_COLUMNS);
  }

  @Test
  void aListThatLooksWrongAsAWholeChangesNothing() {
    load(cards(100));
    assertThat(refused(HEADER)).isEqualTo(Cause.EMPTY);
    assertThat(refused("")).isEqualTo(Cause.WRONG_COLUMNS);
    assertThat(refused(cards(89))).isEqualTo(Cause.MUCH_SMALLER);
    assertThat(refused(cards(100) + "A,B\n".repeat(6))).isEqualTo(Cause.TOO_MANY_BAD_ROWS);
    assertThat(refused(cards(100) + "A00000")).isEqualTo(Cause.CUT_OFF);
    assertThat(load(cards(89), Force.YES)).isEqualTo(new ImportReport.Imported(89, 0, 11, 0));
  }

  @Test
  void listsOfSpreadsheetsAreRead() {
    String csv = ('\uFEFF' + cards(3)).replace(',', ';').replace("\n", "\r\n") + ";;;;;\r\n";
    assertThat(load(csv)).isEqualTo(new ImportReport.Imported(3, 3, 0, 0));
  }
}
