/**
 * The terminal's side of the hub: enrolment, uses sent until they are recorded there, heartbeats.
 * Selling never waits for any of it.
 */
package fi.kaiku.terminal.sync;
