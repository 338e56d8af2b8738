/**
 * Devices that this program plays itself, for the demo, the self-test and tests. They go through
 * the same code as real ones: only the wire is missing.
 */
package fi.kaiku.device.virtual;
