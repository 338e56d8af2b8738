/** JSON that somebody sent, read field by field. */
package fi.kaiku.hub.wire;
