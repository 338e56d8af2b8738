/** The hub's own keys, and what is signed, sealed and hashed with them. */
package fi.kaiku.hub.key;
