/**
 * Receipt printers that speak ESC/POS: what to print, how a model differs, what the printer says
 * back, and what became of each job.
 */
package fi.kaiku.device.printer;
