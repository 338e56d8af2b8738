package fi.kaiku.terminal.admission;

import java.time.Duration;

/**
 * A station as the technician set it up.
 *
 * @param undoWindow how long an issued visit can be undone at once (R24)
 */
public record StationPlan(StationName name, StationKind kind, Policy policy, Duration undoWindow) {}
