/**
 * The technician's command: starts a terminal's two processes and keeps them running, fills the
 * demo, and talks to the daemon's admin socket. It opens no device and no database itself.
 */
package fi.kaiku.provisioning;
