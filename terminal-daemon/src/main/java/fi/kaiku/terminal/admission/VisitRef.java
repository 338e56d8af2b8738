package fi.kaiku.terminal.admission;

/** Which visit, and which look of it, a button was pressed for. */
public record VisitRef(VisitId visit, int revision) {}
