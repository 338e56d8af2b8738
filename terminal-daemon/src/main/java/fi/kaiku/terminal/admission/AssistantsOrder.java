package fi.kaiku.terminal.admission;

import java.util.UUID;

/**
 * Assistants' and interpreters' tickets for an admission that stands (R18).
 *
 * @param station where they are printed
 * @param key made for each press; a repeat gets the first answer
 */
public record AssistantsOrder(
    AdmissionId admission, StationName station, int assistants, int interpreters, UUID key) {
  public AssistantsOrder {
    if (assistants < 0
        || interpreters < 0
        || assistants > Choices.COUNT_MAX
        || interpreters > Choices.COUNT_MAX
        || assistants + interpreters == 0) {
      throw new IllegalArgumentException(
          "assistants %d, interpreters %d: expected 0-%d of each, one at least"
              .formatted(assistants, interpreters, Choices.COUNT_MAX));
    }
  }
}
