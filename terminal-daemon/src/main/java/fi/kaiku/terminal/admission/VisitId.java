package fi.kaiku.terminal.admission;

import java.util.UUID;

/** One visit: what stands on one station between a scan and its end. */
public record VisitId(UUID value) {
  public static VisitId parse(String text) {
    return new VisitId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
