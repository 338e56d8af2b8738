package fi.kaiku.device.scanner;

import static java.util.Objects.requireNonNull;

import fi.kaiku.device.HealthCode;

/**
 * Why an open line is no use as it is; it stands until the device's next scan.
 *
 * @param why for the technician, in English
 */
record Complaint(HealthCode code, String why) {
  /** It never ends a scan. */
  static final Complaint JABBERING =
      new Complaint(HealthCode.SCANNER_FAULTY, "it sends without end");

  static final Complaint NOTHING_BUT_RUBBISH =
      new Complaint(
          HealthCode.SCANNER_FAULTY,
          "nothing it sends is a scan: no scanner, or set to another speed");

  Complaint {
    requireNonNull(code, "code");
    requireNonNull(why, "why");
  }

  /** It sends what its descriptor does not know: it is not what it says, or in another mode. */
  static Complaint undeclared(int reportId) {
    return new Complaint(
        HealthCode.SCANNER_WRONG_MODE,
        "it sends reports that its descriptor does not know: report id " + reportId);
  }
}
