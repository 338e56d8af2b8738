/** The hub over HTTP: one listener for terminals, one for the keeper of the registry. */
package fi.kaiku.hub.api;
