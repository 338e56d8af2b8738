package fi.kaiku.terminal.store;

import fi.kaiku.terminal.admission.PrintJobId;
import java.time.LocalDate;

/**
 * All that a ticket's paper needs; nothing of the card is in it (R30).
 *
 * @param day of the use, for events that are open all day
 */
public record PrintableTicket(
    PrintJobId job, TicketTable.Ticket ticket, Edition edition, SoldEvent event, LocalDate day) {}
