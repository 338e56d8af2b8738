package fi.kaiku.device;

/**
 * Why a device does not work, as a stable code that screens, logs and manuals share. The words for
 * each code live with the user interface, keyed by {@link #code()}.
 */
public enum HealthCode {
  SCANNER_ABSENT("KAIKU-S01"),
  SCANNER_NO_RIGHTS("KAIKU-S02"),
  SCANNER_HELD_BY_OTHER("KAIKU-S03"),
  SCANNER_UNPLUGGED("KAIKU-S04"),
  SCANNER_FAULTY("KAIKU-S05"),
  SCANNER_TWINS("KAIKU-S06"),
  SCANNER_NOT_CONFIRMED("KAIKU-S07"),
  SCANNER_WRONG_MODE("KAIKU-S08"),
  SCANNER_STUCK("KAIKU-S09"),
  PRINTER_ABSENT("KAIKU-P01"),
  PRINTER_NO_RIGHTS("KAIKU-P02"),
  PRINTER_HELD_BY_OTHER("KAIKU-P03"),
  PRINTER_UNPLUGGED("KAIKU-P04"),
  PRINTER_FAULTY("KAIKU-P05"),
  PRINTER_PAPER_OUT("KAIKU-P06"),
  PRINTER_COVER_OPEN("KAIKU-P07"),
  PRINTER_OFFLINE("KAIKU-P08"),
  PRINTER_SILENT("KAIKU-P09"),
  PRINTER_DISTURBED("KAIKU-P10"),
  PRINTER_WRONG_MODE("KAIKU-P11");

  private final String code;

  HealthCode(String code) {
    this.code = code;
  }

  /** The code as printed in manuals, for example {@code KAIKU-S03}. */
  public String code() {
    return code;
  }
}
