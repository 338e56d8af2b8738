package fi.kaiku.terminal.store;

import fi.kaiku.terminal.admission.PrintJobId;
import fi.kaiku.terminal.card.TicketNumber;
import fi.kaiku.terminal.event.LocalisedText;
import java.time.Instant;

/**
 * A ticket of which a clerk has to say something: "did it come out?" (UNKNOWN), or that surely did
 * not (FAILED).
 *
 * @param at when it was issued
 */
public record PrintQuestion(
    PrintJobId job, TicketNumber ticket, PrintState state, LocalisedText eventTitle, Instant at) {}
