/** What the hub knows of venues and their events; uses of others are refused. */
package fi.kaiku.hub.venue;
