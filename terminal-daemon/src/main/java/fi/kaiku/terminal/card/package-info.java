/**
 * From what a scanner read or a clerk typed to a card id, and from there to the only forms in which
 * the terminal may keep it: a keyed hash, or sealed. Knows nothing of registries or rules.
 */
package fi.kaiku.terminal.card;
