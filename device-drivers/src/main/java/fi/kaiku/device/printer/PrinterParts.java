package fi.kaiku.device.printer;

/** What a printer's sessions share: it outlives each connection. */
record PrinterParts(
    PrinterProfile profile,
    PrinterTiming timing,
    PrinterInbox inbox,
    PublishedState published,
    Leftover leftover,
    JobIds jobIds) {}
