package fi.kaiku.terminal.admission;

/**
 * When a scan came to a station, before it waited for its turn.
 *
 * @param number grows with each
 * @param nanos by the ticker of {@link DeskClock}
 */
record Arrival(long number, long nanos) {}
