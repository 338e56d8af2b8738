/**
 * What a technician asks of the devices while the terminal works: what each is and can do, what was
 * scanned last, and a page to print.
 */
package fi.kaiku.terminal.selftest;
