package fi.kaiku.terminal.registry;

/**
 * A row of a registry file that was left out.
 *
 * @param line from 1, the header included
 * @param column as in the header; empty where the whole line is broken
 * @param reason what was expected; never what was found, as that may be a card id in the wrong
 *     column (R28)
 */
public record BadRow(long line, String column, String reason) {}
