/** Sales that an agent reports by list (R23): from a CSV, row by row, to the admission desk. */
package fi.kaiku.terminal.agent;
