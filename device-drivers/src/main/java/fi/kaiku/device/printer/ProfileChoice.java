package fi.kaiku.device.printer;

import fi.kaiku.device.printer.PrinterIdentity.Language;
import java.util.Locale;

/** Which profile fits a printer, and how we know. */
public sealed interface ProfileChoice {

  /** This model. */
  record Known(PrinterProfile profile, KnownBy by) implements ProfileChoice {}

  /** No model that we know: the profile that prints right on any paper, if not prettily. */
  record Guessed(PrinterProfile safe) implements ProfileChoice {}

  /** It speaks another language and must be switched to ESC/POS first. */
  record NotEscPos() implements ProfileChoice {}

  /** What the model was known by. */
  enum KnownBy {
    NAME,
    USB_ID
  }

  /** Chooses: a name tells more than a USB number, which clones share. */
  static ProfileChoice of(PrinterIdentity identity) {
    if (identity.language() == Language.STAR) {
      return new NotEscPos();
    }
    for (PrinterProfile profile : PrinterProfile.all()) {
      if (profile.marks().names().stream().anyMatch(name -> isNamed(identity, name))) {
        return new Known(profile, KnownBy.NAME);
      }
    }
    for (PrinterProfile profile : PrinterProfile.all()) {
      if (profile.marks().usbIds().contains(identity.usbId())) {
        return new Known(profile, KnownBy.USB_ID);
      }
    }
    return new Guessed(PrinterProfile.named("generic-58mm"));
  }

  /** The whole name, with or without the maker before it: TM-T20 is not TM-T20III. */
  private static boolean isNamed(PrinterIdentity identity, String name) {
    String wanted = plain(name);
    return identity.names().stream()
        .map(ProfileChoice::plain)
        .anyMatch(
            said ->
                said.equals(wanted)
                    || said.matches("(EPSON|CITIZEN|BIXOLON|SEIKO|RONGTA|XPRINTER)" + wanted));
  }

  private static String plain(String name) {
    return name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
  }

  /** The choice in words for a technician. */
  default String words() {
    return switch (this) {
      case Known(PrinterProfile profile, KnownBy by) ->
          switch (by) {
            case NAME -> "the printer calls itself a model that is known: " + profile.name();
            case USB_ID -> "its USB number belongs to " + profile.name() + "; print a test ticket";
          };
      case Guessed(PrinterProfile safe) ->
          "an unknown model; "
              + safe.name()
              + " prints right on any paper; on 80 mm paper try generic-80mm";
      case NotEscPos() -> "it speaks Star's language: switch it to ESC/POS emulation first";
    };
  }
}
