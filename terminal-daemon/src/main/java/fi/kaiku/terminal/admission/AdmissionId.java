package fi.kaiku.terminal.admission;

import java.util.UUID;

/**
 * One admission (a card's use at an event); made on the terminal, kept for ever: the idempotency
 * key of its upload.
 */
public record AdmissionId(UUID value) {
  public static AdmissionId parse(String text) {
    return new AdmissionId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
