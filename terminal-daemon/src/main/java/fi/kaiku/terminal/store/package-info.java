/**
 * {@code journal.db}: what was given, to which card, on which paper, and what has still to go
 * upstream. One transaction for each act, one writer, durable before anybody is told.
 */
package fi.kaiku.terminal.store;
