/**
 * Scanners and receipt printers: finding them, talking to them, and saying plainly how they are.
 * Knows nothing of cards, SQL or HTTP.
 */
package fi.kaiku.device;
