package fi.kaiku.terminal.admission;

import java.time.Instant;

/** What was already given to a card for the same event (R21): when, where and how much. */
public record PriorUse(AdmissionId admission, Instant at, String place, int adults, int children) {}
