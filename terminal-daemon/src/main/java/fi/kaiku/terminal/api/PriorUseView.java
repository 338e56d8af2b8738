package fi.kaiku.terminal.api;

import fi.kaiku.terminal.admission.AdmissionId;
import fi.kaiku.terminal.admission.PriorUse;
import java.util.function.Predicate;

/** Schema {@code PriorUse}. */
record PriorUseView(
    String admissionId, String at, String place, int adults, int children, boolean printable) {
  /**
   * Views an earlier use.
   *
   * @param isOurs whether this terminal issued it, and so can print or void it
   */
  static PriorUseView of(PriorUse use, Predicate<AdmissionId> isOurs) {
    return new PriorUseView(
        use.admission().toString(),
        WireTime.of(use.at()),
        use.place(),
        use.adults(),
        use.children(),
        isOurs.test(use.admission()));
  }
}
