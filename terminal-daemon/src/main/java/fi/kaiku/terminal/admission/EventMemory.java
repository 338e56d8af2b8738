package fi.kaiku.terminal.admission;

import fi.kaiku.terminal.event.EventId;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * Which event each desk had chosen last, over restarts. Any thread.
 *
 * @param last may wait for disk
 * @param keep does not wait; a choice made in the moment of a power cut may be lost
 */
public record EventMemory(
    Function<StationName, Optional<EventId>> last, BiConsumer<StationName, EventId> keep) {}
