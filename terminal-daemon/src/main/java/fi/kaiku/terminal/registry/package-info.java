/**
 * The registry cache: which cards there are, by keyed hash only (R27). Replaceable at any time; a
 * new one is built beside the old and swapped in whole.
 */
package fi.kaiku.terminal.registry;
