package fi.kaiku.terminal.selftest;

import java.time.Instant;

/**
 * A reading as it may be shown later (R3, R28).
 *
 * @param kind what it was: {@code card}, or what it was instead
 * @param length characters; of an unreadable scan, bytes
 * @param tail a card's last three characters; empty for everything else
 */
public record SeenScan(Instant at, String kind, int length, String tail) {}
