/**
 * The browser-facing process: static files, one session for each browser, and a relay of an
 * allow-listed set of calls and of the event stream to the terminal daemon's Unix socket. It holds
 * no database, no device and no key, so that a browser that breaks out of its page finds nothing.
 */
package fi.kaiku.kiosk;
