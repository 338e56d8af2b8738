/**
 * The live feed of each station: what changed, in order, held for those who were away for a moment.
 * Knows names and JSON texts only, nothing of HTTP or of what the texts say.
 */
package fi.kaiku.terminal.feed;
