package fi.kaiku.terminal.admission;

import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * The two times a station goes by.
 *
 * @param wall what is told to people
 * @param ticker nanoseconds that never jump, for how long ago something was
 */
public record DeskClock(InstantSource wall, LongSupplier ticker) {}
