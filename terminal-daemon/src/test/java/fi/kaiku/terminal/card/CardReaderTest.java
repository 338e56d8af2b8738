package fi.kaiku.terminal.card;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kaiku.device.DeviceName;
import fi.kaiku.device.scanner.Scan;
import fi.kaiku.device.scanner.Symbology;
import fi.kaiku.device.scanner.UnreadableScan;
import fi.kaiku.terminal.InLocale;
import fi.kaiku.terminal.card.CardReading.Kind;
import fi.kaiku.terminal.card.CardReading.NotACard;
import fi.kaiku.terminal.card.CardReading.Recognised;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CardReaderTest {
  private static final DeviceName DESK = new DeviceName("desk-1");
  private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

  private final CardReader reader = new CardReader(Set.of());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "K4K7P2M9QX",
        "k4k7p2m9qx",
        "  K4K7P2M9QX ",
        "\u0000\u0000K4K7P2M9QX\u0000",
        "K4k7P2m9Qx\t"
      })
  void aScanIsUpperCasedAndTrimmed(String text) {
    assertThat(reader.read(scan(text))).isEqualTo(recognised("K4K7P2M9QX", EntryWay.SCANNED));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"K4K7 P2M9QX", "K4K7-P2M9QX", "K4K7P2M9Q", "K4K7P2M9QXX", "\u00A0K4K7P2M9QX"})
  void aScanIsNotRepairedFurther(String text) {
    assertThat(reader.read(scan(text))).isInstanceOf(NotACard.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "K4K7P2M9QX",
        "k4k7 p2m9 qx",
        "K4K7-P2M9-QX",
        " k4k7\u2013p2m9\u2011qx ",
        "K4K7\u00A0P2M9\u2212QX"
      })
  void aTypedIdIsFreedOfSpacesAndHyphens(String text) {
    assertThat(reader.readTyped(text)).isEqualTo(recognised("K4K7P2M9QX", EntryWay.TYPED));
  }

  @ParameterizedTest
  @ValueSource(strings = {"fi-FI", "sv-FI", "en-US", "tr-TR", "az-AZ", "lt-LT"})
  void capitalsDoNotDependOnTheLocale(String locale) {
    InLocale.run(
        locale,
        () ->
            assertThat(reader.read(scan("ilikei1234")))
                .isEqualTo(recognised("ILIKEI1234", EntryWay.SCANNED)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "K4K7P2M9Q\u0131", // dotless i, whose capital is I
        "K4K7P2M9Q\u017F", // long s, whose capital is S
        "K4K7P2M9\u00DF", // sharp s, whose capitals are SS
        "K4K7P2M9\uFB01", // fi ligature
        "K4K7P2M9Q\u212A", // Kelvin sign
        "K4K7P2M9Q\uFF11", // full-width 1
        "K4K7P2M9Q\u0661", // Arabic-Indic 1
        "K4K7P2M9Q\u00C4"
      })
  void lettersAndDigitsThatNoCardCarriesAreNotTurnedIntoOnes(String text) {
    assertThat(reader.read(scan(text))).isInstanceOf(NotACard.class);
    assertThat(reader.readTyped(text)).isInstanceOf(NotACard.class);
  }

  @ParameterizedTest
  @CsvSource({
    "'', EMPTY, 0",
    "'   ', EMPTY, 0",
    "131052-308T, PERSONAL_IDENTITY_CODE, 11",
    "131052308T, PERSONAL_IDENTITY_CODE, 10",
    "131052308t, PERSONAL_IDENTITY_CODE, 10",
    "https://kaikukortti.fi/, WEB_ADDRESS, 23",
    "www.espoo.fi, WEB_ADDRESS, 12",
    "kaikukortti.fi/kortti?id=1, WEB_ADDRESS, 26",
    "4006381333931, PRODUCT_CODE, 13",
    "96385074, PRODUCT_CODE, 8",
    "036000291452, PRODUCT_CODE, 12",
    "10614141000415, PRODUCT_CODE, 14",
    "4006381333932, WRONG_LENGTH, 13",
    "K4K7P2M9Q, WRONG_LENGTH, 9",
    "K4K7P2M9QXX, WRONG_LENGTH, 11",
    "K4K7P2M9Q%, WRONG_CHARACTERS, 10",
    "K4K7P2M9QÄ, WRONG_CHARACTERS, 10"
  })
  void whatIsNoCardIsNamedScannedOrTyped(String text, Kind kind, int length) {
    assertThat(reader.read(scan(text))).isEqualTo(new NotACard(kind, length));
    assertThat(((NotACard) reader.readTyped(text)).kind()).isEqualTo(kind);
  }

  @ParameterizedTest
  @ValueSource(strings = {"131052 - 308T", "131052-308 t", " 13-10-52 308T", "131052\u2212308T"})
  void anIdentityCodeIsFoundHoweverItIsTypedOrScanned(String text) {
    assertThat(reader.readTyped(text))
        .isInstanceOfSatisfying(
            NotACard.class, n -> assertThat(n.kind()).isEqualTo(Kind.PERSONAL_IDENTITY_CODE));
    assertThat(reader.read(scan(text)))
        .isInstanceOfSatisfying(
            NotACard.class, n -> assertThat(n.kind()).isEqualTo(Kind.PERSONAL_IDENTITY_CODE));
  }

  @ParameterizedTest
  @ValueSource(strings = {"131052308V", "311152308T", "K31052308T"})
  void tenCharactersThatAreNoIdentityCodeMayBeACard(String text) {
    assertThat(reader.read(scan(text))).isInstanceOf(Recognised.class);
  }

  @Test
  void ourOwnTicketIsToldApart() {
    TicketNumber ticket = new TicketNumber("K7M2P4Q8R1TC");

    assertThat(reader.read(scan(ticket.printed()))).isEqualTo(new NotACard(Kind.OWN_TICKET, 14));
    assertThat(reader.read(scan(ticket.value()))).isEqualTo(new NotACard(Kind.OWN_TICKET, 12));
    assertThat(reader.readTyped(ticket.printed().toLowerCase(Locale.ROOT)))
        .isEqualTo(new NotACard(Kind.OWN_TICKET, 12));
  }

  @ParameterizedTest
  @EnumSource(
      value = Symbology.class,
      names = {"CODE_39", "QR", "UNKNOWN"})
  void code39QrAndReadersThatDoNotTellCount(Symbology symbology) {
    assertThat(reader.read(scan("K4K7P2M9QX", symbology, ""))).isInstanceOf(Recognised.class);
  }

  @Test
  void anotherSymbologyDoesNotCount() {
    assertThat(reader.read(scan("K4K7P2M9QX", Symbology.OTHER, "]C0")))
        .isEqualTo(new NotACard(Kind.OTHER_SYMBOLOGY, 10));
    assertThat(reader.read(scan("00000123", Symbology.OTHER, "]E4")))
        .isEqualTo(new NotACard(Kind.PRODUCT_CODE, 8));
  }

  @Test
  void anotherSymbologyDoesNotHideWhatTheCodeIs() {
    assertThat(reader.read(scan("131052-308T", Symbology.OTHER, "]L0")))
        .isEqualTo(new NotACard(Kind.PERSONAL_IDENTITY_CODE, 11));
  }

  @Test
  void aSettingLetsAnotherSymbologyCount() {
    CardReader code128 = new CardReader(Set.of(ExtraSymbology.CODE_128));

    assertThat(code128.read(scan("K4K7P2M9QX", Symbology.OTHER, "]C0")))
        .isEqualTo(recognised("K4K7P2M9QX", EntryWay.SCANNED));
    assertThat(code128.read(scan("K4K7P2M9QX", Symbology.OTHER, "]d1")))
        .isEqualTo(new NotACard(Kind.OTHER_SYMBOLOGY, 10));
    assertThat(code128.read(scan("K4K7P2M9QX", Symbology.OTHER, "")))
        .isEqualTo(new NotACard(Kind.OTHER_SYMBOLOGY, 10));
  }

  @ParameterizedTest
  @EnumSource(UnreadableScan.Cause.class)
  void anUnreadableScanIsToldAsSuch(UnreadableScan.Cause cause) {
    assertThat(reader.read(new UnreadableScan(DESK, NOW, cause, 4_321)))
        .isEqualTo(new NotACard(Kind.UNREADABLE, 4_321));
  }

  @Test
  void fourThousandCharactersAreJustTooLong() {
    assertThat(reader.read(scan("A".repeat(4_000))))
        .isEqualTo(new NotACard(Kind.WRONG_LENGTH, 4_000));
    assertThat(reader.read(scan("a.".repeat(2_000))))
        .isEqualTo(new NotACard(Kind.WRONG_LENGTH, 4_000));
  }

  @Test
  void nothingThatIsPrintedTellsTheId() {
    assertThat(reader.read(scan("K4K7P2M9QX")).toString())
        .doesNotContain("K4K7P2M")
        .contains("9QX");
  }

  private static Recognised recognised(String id, EntryWay entryWay) {
    return new Recognised(new CardId(id), entryWay);
  }

  private static Scan scan(String text) {
    return scan(text, Symbology.CODE_39, "]A0");
  }

  private static Scan scan(String text, Symbology symbology, String aim) {
    return Scan.plain(DESK, NOW, symbology, aim, text);
  }
}
