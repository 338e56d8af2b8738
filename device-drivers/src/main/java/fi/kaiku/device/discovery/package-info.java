/**
 * Which USB devices there are, read from sysfs without opening any: a device in use is never
 * touched. Knows a device again after a re-plug.
 */
package fi.kaiku.device.discovery;
