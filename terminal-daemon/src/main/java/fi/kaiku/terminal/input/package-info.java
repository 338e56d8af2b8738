/**
 * What people and other programs write for us, read with patience: tables and names, and errors
 * that say where the mistake is and what was expected.
 */
package fi.kaiku.terminal.input;
