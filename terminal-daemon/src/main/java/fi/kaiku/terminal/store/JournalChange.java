package fi.kaiku.terminal.store;

import fi.kaiku.device.DeviceName;
import fi.kaiku.terminal.admission.AdmissionId;
import java.util.Set;

/**
 * What one committed transaction touched, for screens and print queues to follow.
 *
 * @param admissions whose row in today's list may look different now
 * @param printers whose queue or questions may be different now
 */
public record JournalChange(Set<AdmissionId> admissions, Set<DeviceName> printers) {
  public JournalChange {
    admissions = Set.copyOf(admissions);
    printers = Set.copyOf(printers);
  }

  boolean isEmpty() {
    return admissions.isEmpty() && printers.isEmpty();
  }
}
