package fi.kaiku.terminal.api;

import fi.kaiku.terminal.admission.AdmissionId;
import fi.kaiku.terminal.admission.VoidOutcome;
import java.util.List;

/** Schema {@code Voided}. */
record VoidedView(List<String> admissionIds, int takeBack, int cancelled) {
  static VoidedView of(VoidOutcome.Voided voided) {
    return new VoidedView(
        voided.admissions().stream().map(AdmissionId::toString).toList(),
        voided.takeBack(),
        voided.cancelled());
  }
}
