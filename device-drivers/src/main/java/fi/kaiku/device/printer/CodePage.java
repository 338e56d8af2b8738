package fi.kaiku.device.printer;

import java.nio.charset.Charset;

/**
 * A printer's table of 256 characters. The number that selects it differs between makers and stands
 * in the profile. å ä ö Å Ä Ö sit at the same bytes in all PC pages, so a printer that ignores the
 * selection still prints Finnish and Swedish; only the euro sign needs the right page.
 */
public enum CodePage {
  PC437("IBM437"),
  PC850("IBM850"),
  PC858("IBM00858"),
  PC865("IBM865"),
  WPC1252("windows-1252"),
  ISO8859_15("ISO-8859-15");

  private final Charset charset;

  CodePage(String charset) {
    this.charset = Charset.forName(charset);
  }

  /** The same table as a Java charset: one byte for each character. */
  public Charset charset() {
    return charset;
  }
}
