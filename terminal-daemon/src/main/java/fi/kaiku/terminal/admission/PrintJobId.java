package fi.kaiku.terminal.admission;

import java.util.UUID;

/** One print job: one ticket on one printer, once. */
public record PrintJobId(UUID value) {
  public static PrintJobId parse(String text) {
    return new PrintJobId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
