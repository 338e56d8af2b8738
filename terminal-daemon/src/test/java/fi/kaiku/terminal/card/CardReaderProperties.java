package fi.kaiku.terminal.card;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kaiku.device.DeviceName;
import fi.kaiku.device.scanner.Scan;
import fi.kaiku.device.scanner.Symbology;
import fi.kaiku.terminal.card.CardReading.NotACard;
import fi.kaiku.terminal.card.CardReading.Recognised;
import java.time.Instant;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;

class CardReaderProperties {
  private final CardReader reader = new CardReader(Set.of());

  @Property
  void anythingAtAllIsEitherACardAsPrintedOrNone(@ForAll String text) {
    switch (reader.read(scan(text))) {
      case Recognised card ->
          assertThat(card.id().value()).isEqualToIgnoringCase(text.trim()).matches("[A-Z0-9]{10}");
      case NotACard other -> assertThat(other.length()).isBetween(0, text.length());
    }
    switch (reader.readTyped(text)) {
      case Recognised card -> assertThat(card.id().value()).matches("[A-Z0-9]{10}");
      case NotACard other -> assertThat(other.length()).isBetween(0, text.length());
    }
  }

  @Property
  void tenCapitalsOrDigitsAreACardUnlessAnIdentityCode(
      @ForAll
          @StringLength(CardId.LENGTH)
          @CharRange(from = '0', to = '9')
          @CharRange(from = 'A', to = 'Z')
          String text) {
    assertThat(reader.read(scan(text)) instanceof Recognised)
        .isNotEqualTo(IdentityCode.isOne(text));
  }

  @Property
  void whatIsPrintedOfAReadingNeverHoldsTheText(
      @ForAll @StringLength(min = 4, max = 40) @CharRange(from = '!', to = '~') String text) {
    assertThat(reader.read(scan(text)).toString()).doesNotContain(text.trim());
  }

  private static Scan scan(String text) {
    return Scan.plain(new DeviceName("desk-1"), Instant.EPOCH, Symbology.UNKNOWN, "", text);
  }
}
