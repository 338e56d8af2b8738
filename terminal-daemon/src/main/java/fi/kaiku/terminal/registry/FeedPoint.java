package fi.kaiku.terminal.registry;

/**
 * Where a registry of the hub stands in the hub's log of changes.
 *
 * @param cards all of them there
 * @param checksum the sum of all cards' shares there, {@link CardShare}
 */
public record FeedPoint(long position, long cards, long checksum) {}
