package fi.kaiku.terminal.admission;

import fi.kaiku.terminal.event.Event;
import fi.kaiku.terminal.event.EventId;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What all stations of a terminal share; all of it may be used from any thread.
 *
 * @param events the venue's list as it is now
 * @param ids for visits and scans
 */
public record DeskTools(
    CardIntake cards,
    Function<EventId, Optional<Event>> events,
    EventMemory eventMemory,
    Admissions admissions,
    DeskClock clock,
    Supplier<UUID> ids) {}
