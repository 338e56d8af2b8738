/** The hub: started, wired, stopped. */
package fi.kaiku.hub;
