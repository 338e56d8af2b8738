package fi.kaiku.terminal.registry;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kaiku.terminal.InLocale;
import fi.kaiku.terminal.card.CardId;
import fi.kaiku.terminal.registry.ImportReport.Cause;
import fi.kaiku.terminal.registry.ImportReport.Imported;
import fi.kaiku.terminal.registry.ImportReport.Refused;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegistryImportTest {
  private static final String GOOD = "K4K7P2M9QX,personal,2026-01-01,2026-12-31,active,2";

  @TempDir Path folder;
  private RegistryFixture fixture;
  private CardRegistry registry;

  @BeforeEach
  void open() throws IOException {
    fixture = new RegistryFixture(folder);
    registry = fixture.open();
  }

  @AfterEach
  void close() {
    registry.close();
  }

  @Test
  void aCardIsFoundWithAllThatTheRegistrySays() {
    var report =
        load(
            GOOD,
            "Y1Y2Y3Y4Y5,community,2026-01-01,2026-12-31,withdrawn,",
            "E1E2E3E4E5,personal,2025-02-28,2026-02-28,ended,30");

    assertThat(report).isEqualTo(new Imported(3, 0));
    assertThat(fixture.lookup(registry, "K4K7P2M9QX"))
        .isEqualTo(
            found(
                "K4K7P2M9QX", CardKind.PERSONAL, "2026-01-01", "2026-12-31", CardState.ACTIVE, 2));
    assertThat(fixture.lookup(registry, "Y1Y2Y3Y4Y5"))
        .isEqualTo(
            found(
                "Y1Y2Y3Y4Y5",
                CardKind.COMMUNITY,
                "2026-01-01",
                "2026-12-31",
                CardState.WITHDRAWN,
                0));
    assertThat(fixture.lookup(registry, "E1E2E3E4E5"))
        .isEqualTo(
            found(
                "E1E2E3E4E5", CardKind.PERSONAL, "2025-02-28", "2026-02-28", CardState.ENDED, 30));
    assertThat(fixture.lookup(registry, "K4K7P2M9QY")).isEqualTo(new CardLookup.NotFound());
  }

  /** As Excel saves "CSV UTF-8" in Finland. */
  @Test
  void aFileWithSemicolonsAndAByteOrderMarkIsRead() {
    String saved = "\uFEFF" + (RegistryFixture.HEADER + GOOD + "\n").replace(',', ';');
    assertThat(fixture.load(registry, saved.replace("\n", "\r\n"))).isEqualTo(new Imported(1, 0));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "K4K7P2M9Q,personal,2026-01-01,2026-12-31,active,2      | card_id     | 9 characters",
        "k4k7p2m9qx,personal,2026-01-01,2026-12-31,active,2     | card_id     | 10 characters",
        "K4K7-P2M9Q,personal,2026-01-01,2026-12-31,active,2     | card_id     | 10 capitals",
        ",personal,2026-01-01,2026-12-31,active,2               | card_id     | 0 characters",
        "131052308T,personal,2026-01-01,2026-12-31,active,2     | card_id     | identity code",
        "K4K7P2M9QX,Personal,2026-01-01,2026-12-31,active,2     | kind        | personal or community",
        "K4K7P2M9QX,,2026-01-01,2026-12-31,active,2             | kind        | personal or community",
        "K4K7P2M9QX,personal,1.1.2026,2026-12-31,active,2       | issued_on   | such as 2026-01-31",
        "K4K7P2M9QX,personal,2026-01-01,31.12.2026,active,2     | valid_until | in Finnish vvvv-kk-pp",
        "K4K7P2M9QX,personal,1/31/2026,2026-12-31,active,2      | issued_on   | format the column as yyyy-mm-dd",
        "K4K7P2M9QX,personal,2026-02-29,2026-12-31,active,2     | issued_on   | no such day",
        "K4K7P2M9QX,personal,1999-12-31,2026-12-31,active,2     | issued_on   | 2000 to 2099",
        "K4K7P2M9QX,personal,2026-01-01,2100-01-01,active,2     | valid_until | 2000 to 2099",
        "K4K7P2M9QX,personal,2026-01-01,,active,2               | valid_until | such as 2026-01-31",
        "K4K7P2M9QX,personal,2026-01-02,2026-01-01,active,2     | valid_until | before issued_on",
        "K4K7P2M9QX,personal,2026-01-01,2026-12-31,valid,2      | state       | active, ended or withdrawn",
        "K4K7P2M9QX,personal,2026-01-01,2026-12-31,active,      | children    | from 0 to 30",
        "K4K7P2M9QX,personal,2026-01-01,2026-12-31,active,31    | children    | from 0 to 30",
        "K4K7P2M9QX,personal,2026-01-01,2026-12-31,active,-1    | children    | from 0 to 30",
        "K4K7P2M9QX,personal,2026-01-01,2026-12-31,active,two   | children    | from 0 to 30",
        "K4K7P2M9QX,community,2026-01-01,2026-12-31,active,1    | children    | community card",
        "K4K7P2M9QX,personal,2026-01-01,2026-12-31,active       | ''          | 5 cells",
        "K4K7P2M9QX,personal,2026-01-01,2026-12-31,active,2,    | ''          | 7 cells",
        "\"K4K7P2M9QX,personal,2026-01-01,2026-12-31,active,2   | ''          | quotation marks"
      })
  void aBadRowIsLeftOutAndToldByLineColumnAndReason(String row, String column, String reason) {
    var report = load("A000000001,personal,2026-01-01,2026-12-31,active,0", row, "");

    assertThat(report).isEqualTo(new Imported(1, 1));
    assertThat(fixture.badRows).hasSize(1);
    assertThat(fixture.badRows.getFirst().line()).isEqualTo(3);
    assertThat(fixture.badRows.getFirst().column()).isEqualTo(column);
    assertThat(fixture.badRows.getFirst().reason()).contains(reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "A000000002,personal,2000-01-01,2099-12-31,active,0",
        "A000000002,personal,2024-02-29,2024-02-29,active,30",
        "A000000002,community,2026-01-01,2026-12-31,active,0"
      })
  void theOtherSideOfEachBoundaryIsGood(String row) {
    assertThat(load(row)).isEqualTo(new Imported(1, 0));
  }

  @Test
  void aCardIdInTheWrongColumnIsNotTold() {
    load(
        GOOD,
        "personal,K4K7P2M9QX,2026-01-01,2026-12-31,active,2",
        "personal,2026-01-01,K4K7P2M9QX,K4K7P2M9QX,K4K7P2M9QX,K4K7P2M9QX");

    assertThat(fixture.badRows).hasSize(2);
    assertThat(fixture.badRows.toString()).doesNotContain("K4K7P2M");
  }

  @Test
  void theSameIdAgainIsABadRowAndTheFirstStands() {
    assertThat(load(GOOD, GOOD.replace("active,2", "active,3"))).isEqualTo(new Imported(1, 1));
    assertThat(fixture.badRows)
        .containsExactly(new BadRow(3, "card_id", "the same id as on a line above"));
    assertThat(((CardLookup.Found) fixture.lookup(registry, "K4K7P2M9QX")).card().children())
        .isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({
    "100, 5, true", // five are always let pass
    "6, 5, true",
    "593, 6, false", // 6 of 599 is more than one in a hundred
    "594, 6, true", // 6 of 600 is not
    "989, 10, false",
    "990, 10, true"
  })
  void aFewBadRowsAreLetPassManyAreNot(int good, int bad, boolean imported) {
    String csv = RegistryFixture.cards(good) + "bad\n".repeat(bad);
    var report = fixture.load(registry, csv);

    if (imported) {
      assertThat(report).isEqualTo(new Imported(good, bad));
    } else {
      assertThat(report)
          .isInstanceOfSatisfying(
              Refused.class, r -> assertThat(r.cause()).isEqualTo(Cause.TOO_MANY_BAD_ROWS));
      assertThat(registry.cards()).isZero();
      assertThat(fixture.load(registry, csv, Force.YES)).isEqualTo(new Imported(good, bad));
    }
  }

  @ParameterizedTest
  @CsvSource({"100, 90, true", "100, 89, false", "1000, 900, true", "1000, 899, false"})
  void aMuchSmallerFileIsRefused(int before, int after, boolean imported) {
    fixture.load(registry, RegistryFixture.cards(before));
    String csv = RegistryFixture.cards(after);
    var report = fixture.load(registry, csv);

    if (imported) {
      assertThat(report).isEqualTo(new Imported(after, 0));
    } else {
      assertThat(report)
          .isEqualTo(
              new Refused(
                  Cause.MUCH_SMALLER,
                  after + " cards, the registry in use has " + before + ": more than 10% smaller"));
      assertThat(registry.cards()).isEqualTo(before);
      assertThat(fixture.load(registry, csv, Force.YES)).isEqualTo(new Imported(after, 0));
    }
  }

  @Test
  void anEmptyFileIsRefusedEvenByForce() {
    load(GOOD);

    assertThat(fixture.load(registry, RegistryFixture.HEADER, Force.YES))
        .isInstanceOfSatisfying(Refused.class, r -> assertThat(r.cause()).isEqualTo(Cause.EMPTY));
    assertThat(fixture.load(registry, "", Force.YES))
        .isInstanceOfSatisfying(
            Refused.class, r -> assertThat(r.cause()).isEqualTo(Cause.WRONG_COLUMNS));
    assertThat(registry.cards()).isOne();
  }

  /** R26, R27. */
  @ParameterizedTest
  @ValueSource(
      strings = {"birth_year", "gender", "mother_tongue", "postal_code", "life_situation", "name"})
  void backgroundDataIsRefusedEvenByForce(String column) {
    String csv = RegistryFixture.HEADER.strip() + "," + column + "\n" + GOOD + ",x\n";

    assertThat(fixture.load(registry, csv, Force.YES))
        .isInstanceOfSatisfying(
            Refused.class,
            r -> {
              assertThat(r.cause()).isEqualTo(Cause.WRONG_COLUMNS);
              assertThat(r.detail()).contains("unknown column '" + column + "'");
            });
  }

  @Test
  void aHeaderWithASlipSaysWhichColumnWasMeant() {
    assertThat(fixture.load(registry, "card_id,kind,issued_on,valid_untill,state,children\n"))
        .isInstanceOfSatisfying(
            Refused.class,
            r -> assertThat(r.detail()).contains("'valid_untill', did you mean 'valid_until'?"));
  }

  @Test
  void aFileCutAtAnyByteNeverChangesACardAndIsMostlyRefused() {
    String whole = RegistryFixture.cards(100);
    fixture.load(registry, whole);
    int refused = 0;
    int lengths = 0;
    for (int length = whole.length() - 60; length < whole.length(); length++) {
      lengths++;
      refused += fixture.load(registry, whole.substring(0, length)) instanceof Refused ? 1 : 0;
      assertThat(
              ((CardLookup.Found) fixture.lookup(registry, RegistryFixture.id(7)))
                  .card()
                  .children())
          .isEqualTo(2);
    }
    // Let in: cut right before or after a line end, which nothing can tell from a shorter file.
    assertThat(refused).isGreaterThanOrEqualTo(lengths - 4);
  }

  @Test
  void aStreamThatFailsHalfWayLeavesTheLastGoodRegistry() {
    fixture.load(registry, RegistryFixture.cards(100));
    String half = RegistryFixture.cards(99);

    var report =
        registry.importCsv(
            new SequenceInputStream(
                new ByteArrayInputStream(half.getBytes(StandardCharsets.UTF_8)),
                new FaultyStream()),
            Force.YES,
            fixture.collecting());

    assertThat(report)
        .isEqualTo(
            new Refused(Cause.UNREADABLE, "the file can't be read to its end: connection reset"));
    assertThat(registry.cards()).isEqualTo(100);
    assertThat(folder).isDirectoryNotContaining("glob:**.part");
  }

  @ParameterizedTest
  @ValueSource(strings = {"fi-FI", "tr-TR", "ar-EG", "th-TH-u-ca-buddhist"})
  void theLocaleOfTheMachineChangesNothing(String locale) {
    InLocale.run(
        locale,
        () -> {
          assertThat(load("IIIIIIIIII,personal,2026-01-01,2026-12-31,active,2"))
              .isEqualTo(new Imported(1, 0));
          assertThat(fixture.lookup(registry, "IIIIIIIIII")).isInstanceOf(CardLookup.Found.class);
        });
  }

  private ImportReport load(String... rows) {
    return fixture.load(
        registry, RegistryFixture.HEADER + String.join("\n", rows) + "\n", Force.YES);
  }

  private CardLookup found(
      String id, CardKind kind, String issued, String until, CardState state, int children) {
    return new CardLookup.Found(
        new Card(
            fixture.hasher.hash(new CardId(id)),
            kind,
            LocalDate.parse(issued),
            LocalDate.parse(until),
            state,
            children));
  }

  private static final class FaultyStream extends InputStream {
    @Override
    public int read() throws IOException {
      throw new IOException("connection reset");
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      return read();
    }
  }
}
