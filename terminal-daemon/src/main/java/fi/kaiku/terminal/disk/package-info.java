/** Files that survive a power cut: whole and old, or whole and new, never half. */
package fi.kaiku.terminal.disk;
