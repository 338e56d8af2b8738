package fi.kaiku.terminal.call;

import fi.kaiku.terminal.admission.StationName;
import java.time.Instant;
import java.util.UUID;

/**
 * Somebody at a kiosk needs a person.
 *
 * @param station the kiosk
 * @param why a code for the clerk: the name of a reason or question of the rules, or what the kiosk
 *     knows of its devices; never shown at the kiosk (R29)
 * @param acknowledged whether a clerk has said that they come
 */
public record StaffCall(
    UUID id, StationName station, String why, Instant at, boolean acknowledged) {
  StaffCall answered() {
    return new StaffCall(id, station, why, at, true);
  }
}
