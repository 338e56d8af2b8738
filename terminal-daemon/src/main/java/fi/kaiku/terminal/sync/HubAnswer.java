package fi.kaiku.terminal.sync;

import com.fasterxml.jackson.databind.JsonNode;

/** What came back. Only the first two are the hub's word. */
sealed interface HubAnswer {
  /** Done. */
  record Done(JsonNode body) implements HubAnswer {}

  /**
   * The hub said no.
   *
   * @param problem the end of the problem's type, such as {@code revoked}
   */
  record Refused(String problem) implements HubAnswer {}

  /** Something on the way answered, or the answer was cut or an old one: it counts for nothing. */
  record NotTheHub(String what) implements HubAnswer {}

  /** Nothing answered in time. */
  record Unreachable(String what) implements HubAnswer {}
}
