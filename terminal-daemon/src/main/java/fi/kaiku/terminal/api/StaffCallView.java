package fi.kaiku.terminal.api;

import fi.kaiku.terminal.admission.StationKind;
import fi.kaiku.terminal.admission.StationPlan;
import fi.kaiku.terminal.call.StaffCall;
import java.util.List;

/** Schema {@code StaffCall}. */
record StaffCallView(String id, String station, String why, String at, boolean acknowledged) {
  /** A desk sees every call that waits for an answer; a kiosk its own, and never why (R29). */
  static List<StaffCallView> of(List<StaffCall> calls, StationPlan plan) {
    return calls.stream()
        .filter(
            call ->
                plan.kind() == StationKind.DESK
                    ? !call.acknowledged()
                    : call.station().equals(plan.name()))
        .map(call -> of(call, plan.kind()))
        .toList();
  }

  private static StaffCallView of(StaffCall call, StationKind reader) {
    return new StaffCallView(
        call.id().toString(),
        call.station().value(),
        reader == StationKind.DESK ? call.why() : null,
        WireTime.of(call.at()),
        call.acknowledged());
  }
}
