package fi.kaiku.terminal.store;

import java.nio.file.Path;

/**
 * What became of a damaged journal.
 *
 * @param setAside where the damaged file is kept
 * @param saved rows found in it
 * @param lost gaps between them, at least so many rows; rows behind the last one leave no gap
 */
public record RecoveryReport(Path setAside, int saved, int lost) {}
