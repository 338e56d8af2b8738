package fi.kaiku.device.printer;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** What a printer says of itself. Not knowing is a state of its own: neither good nor bad. */
public sealed interface PrinterStatus {

  /** The printer has not said anything, or can't. */
  record NotKnown() implements PrinterStatus {}

  /** The conditions that the printer reported; an empty set means "all is well". */
  record Reported(Set<Condition> conditions) implements PrinterStatus {
    public Reported {
      conditions =
          conditions.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(conditions));
    }
  }

  /** One condition, from DLE EOT n, GS r n or automatic status back (Epson's ESC/POS manuals). */
  enum Condition {
    PAPER_OUT,
    PAPER_LOW,
    COVER_OPEN,
    OFFLINE,
    CUTTER_ERROR,
    UNRECOVERABLE_ERROR,
    RECOVERABLE_ERROR,
    DRAWER_OPEN
  }
}
