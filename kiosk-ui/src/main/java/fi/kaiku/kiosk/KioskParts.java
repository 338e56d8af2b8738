package fi.kaiku.kiosk;

/** What {@link KioskServer} is put together from. */
record KioskParts(OneTimeToken token, Sessions sessions, DaemonClient daemon, FeedRelay feeds) {}
