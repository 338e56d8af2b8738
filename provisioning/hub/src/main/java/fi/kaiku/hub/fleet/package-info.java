/** The terminals: how one is enrolled, is known by its key, tells how it is, and is shut out. */
package fi.kaiku.hub.fleet;
