package fi.kaiku.terminal.store;

import fi.kaiku.device.DeviceName;
import fi.kaiku.terminal.admission.AdmissionId;
import java.util.HashSet;
import java.util.Set;

/** Collects what the transaction under way touches. Writer thread only. */
final class Touched {
  private final Set<AdmissionId> admissions = new HashSet<>();
  private final Set<DeviceName> printers = new HashSet<>();
  private boolean erased;
  private boolean claimed;
  private int newRows;

  void admission(AdmissionId id) {
    admissions.add(id);
  }

  void printer(DeviceName name) {
    printers.add(name);
  }

  /** A row came to one of the tables of {@link JournalExtent}. */
  void grew() {
    newRows++;
  }

  int newRows() {
    return newRows;
  }

  /** Personal data was deleted: old copies of the page must leave the write-ahead log (R28). */
  void erased() {
    erased = true;
  }

  boolean hasErased() {
    return erased;
  }

  /** A ticket goes to a printer when this is committed. */
  void claimed() {
    claimed = true;
  }

  boolean hasClaimed() {
    return claimed;
  }

  JournalChange change() {
    return new JournalChange(admissions, printers);
  }

  void clear() {
    admissions.clear();
    printers.clear();
    erased = false;
    claimed = false;
    newRows = 0;
  }
}
