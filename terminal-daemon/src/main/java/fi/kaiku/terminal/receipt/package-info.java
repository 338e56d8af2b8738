/**
 * From an issued ticket to paper: what stands on it, and the queue that brings it to the printer
 * once and no more.
 */
package fi.kaiku.terminal.receipt;
