package fi.kaiku.terminal.admission;

/** The clerk's answer to "did the ticket come out of the printer?". */
public enum CameOut {
  YES,
  NO
}
