/**
 * The card registry: imported from the programme's list, kept as hashes only, told to terminals as
 * a log of changes.
 */
package fi.kaiku.hub.registry;
