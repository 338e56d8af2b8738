package fi.kaiku.terminal.store;

import fi.kaiku.device.DeviceName;
import fi.kaiku.terminal.admission.AdmissionId;
import fi.kaiku.terminal.admission.PrintJobId;
import fi.kaiku.terminal.admission.StationName;

/** A print job as it stands. */
public record PrintJobRow(
    PrintJobId id,
    AdmissionId admission,
    TicketTable.Ticket ticket,
    StationName station,
    DeviceName printer,
    Edition edition,
    PrintState state) {}
