package fi.kaiku.terminal.card;

import fi.kaiku.device.scanner.Reading;
import fi.kaiku.device.scanner.Scan;
import fi.kaiku.device.scanner.Symbology;
import fi.kaiku.device.scanner.UnreadableScan;
import fi.kaiku.terminal.card.CardReading.Kind;
import fi.kaiku.terminal.card.CardReading.NotACard;
import fi.kaiku.terminal.card.CardReading.Recognised;
import java.util.Set;

/**
 * Tells a card id from everything else that people scan and type (R1-R3). Pure, any thread; what is
 * not a card is forgotten on return, only its kind and length are told.
 */
public final class CardReader {
  /** AIM identifiers of EAN and UPC begin so (ISO/IEC 15424). */
  private static final String AIM_EAN_UPC = "]E";

  private final Set<ExtraSymbology> alsoAccepted;

  /**
   * @param alsoAccepted symbologies that count beside Code 39 and QR
   */
  public CardReader(Set<ExtraSymbology> alsoAccepted) {
    this.alsoAccepted = Set.copyOf(alsoAccepted);
  }

  /** A scan is upper-cased and trimmed, nothing more (R2). */
  public CardReading read(Reading reading) {
    return switch (reading) {
      case UnreadableScan unreadable -> new NotACard(Kind.UNREADABLE, unreadable.length());
      case Scan scan -> judge(scan);
    };
  }

  /** What a clerk types is upper-cased and freed of spaces and hyphens, nothing more (R2). */
  public CardReading readTyped(String text) {
    return judge(text, CleanUp.typed(text), EntryWay.TYPED);
  }

  private CardReading judge(Scan scan) {
    CardReading reading = judge(scan.text(), CleanUp.scanned(scan.text()), EntryWay.SCANNED);
    if (counts(scan)) {
      return reading;
    }
    return switch (reading) {
      case Recognised card -> notACard(foreign(scan), card.id().value());
      case NotACard other when isUnnamed(other.kind()) ->
          new NotACard(foreign(scan), other.length());
      case NotACard named -> named;
    };
  }

  private static CardReading judge(String raw, String clean, EntryWay entryWay) {
    if (clean.isEmpty()) {
      return notACard(Kind.EMPTY, clean);
    }
    if (IdentityCode.isOne(raw) || IdentityCode.isOne(clean)) {
      return notACard(Kind.PERSONAL_IDENTITY_CODE, clean);
    }
    if (TicketNumber.recognise(clean).isPresent()) {
      return notACard(Kind.OWN_TICKET, clean);
    }
    if (ForeignCode.isWebAddress(raw)) {
      return notACard(Kind.WEB_ADDRESS, clean);
    }
    if (ForeignCode.isProductCode(clean)) {
      return notACard(Kind.PRODUCT_CODE, clean);
    }
    if (lengthOf(clean) != CardId.LENGTH) {
      return notACard(Kind.WRONG_LENGTH, clean);
    }
    return CardId.fits(clean)
        ? new Recognised(new CardId(clean), entryWay)
        : notACard(Kind.WRONG_CHARACTERS, clean);
  }

  /** Nothing better to say of it than what kind of code it was on. */
  private static boolean isUnnamed(Kind kind) {
    return switch (kind) {
      case WRONG_LENGTH, WRONG_CHARACTERS -> true;
      case EMPTY,
          PERSONAL_IDENTITY_CODE,
          OWN_TICKET,
          WEB_ADDRESS,
          PRODUCT_CODE,
          OTHER_SYMBOLOGY,
          UNREADABLE ->
          false;
    };
  }

  private boolean counts(Scan scan) {
    return scan.symbology() != Symbology.OTHER
        || alsoAccepted.stream().anyMatch(extra -> extra.isNamedBy(scan.aim()));
  }

  private static Kind foreign(Scan scan) {
    return scan.aim().startsWith(AIM_EAN_UPC) ? Kind.PRODUCT_CODE : Kind.OTHER_SYMBOLOGY;
  }

  private static NotACard notACard(Kind kind, String clean) {
    return new NotACard(kind, lengthOf(clean));
  }

  private static int lengthOf(String text) {
    return text.codePointCount(0, text.length());
  }
}
