package fi.kaiku.terminal.admission;

import fi.kaiku.device.DeviceName;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Where admissions are recorded.
 *
 * @param venue our venue's id, as it goes upstream (R22)
 * @param terminal this terminal's id, as it goes upstream (R22)
 * @param printers of the stations that have one
 * @param undoWindow how long an issued visit can be undone (R24)
 */
public record AdmissionSite(
    String venue, String terminal, Map<StationName, DeviceName> printers, Duration undoWindow) {
  public AdmissionSite {
    printers = Map.copyOf(printers);
  }

  Optional<DeviceName> printer(StationName station) {
    return Optional.ofNullable(printers.get(station));
  }
}
