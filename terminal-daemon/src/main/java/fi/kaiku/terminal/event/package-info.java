/** What can be had with a card here: the venue's own list of events, watched while it changes. */
package fi.kaiku.terminal.event;
