package fi.kaiku.hub.use;

import java.time.Instant;
import java.util.UUID;

/**
 * Something that came under an id that stands already.
 *
 * @param content the later content, line by line, the card by its last three characters
 */
public record ConflictRow(UUID entry, UUID sentBy, Instant receivedAt, String content) {}
