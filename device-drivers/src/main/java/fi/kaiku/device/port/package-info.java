/** Streams of bytes to devices, whatever they run over, and how a technician writes their place. */
package fi.kaiku.device.port;
