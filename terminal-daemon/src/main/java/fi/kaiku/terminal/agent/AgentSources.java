package fi.kaiku.terminal.agent;

import fi.kaiku.terminal.admission.AgentSale;
import fi.kaiku.terminal.admission.AgentSaleOutcome;
import fi.kaiku.terminal.card.CardHash;
import fi.kaiku.terminal.card.CardId;
import fi.kaiku.terminal.clock.ClockReading;
import fi.kaiku.terminal.event.Event;
import fi.kaiku.terminal.registry.CardLookup;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What an import asks of others; all of it may be used from any thread.
 *
 * @param events the venue's list as it is now
 * @param registry what it says of a card now
 * @param desk enters one sale, in a transaction of its own
 */
public record AgentSources(
    Function<CardId, CardHash> hasher,
    Supplier<List<Event>> events,
    Supplier<ClockReading> clock,
    Function<CardHash, CardLookup> registry,
    Function<AgentSale, AgentSaleOutcome> desk) {}
