/** What time it is, and whether to believe it: a terminal may have no clock battery. */
package fi.kaiku.terminal.clock;
