package fi.kaiku.terminal.sync;

import java.net.URI;
import java.nio.file.Path;

/**
 * Where the hub is, and who asks.
 *
 * @param url of the hub; paths are appended to it
 * @param terminal this terminal's own id
 * @param version of this program
 * @param key the file of the key that calls are signed with
 * @param enrolment the file that says that the hub knows this terminal
 */
public record HubSite(URI url, String terminal, String version, Path key, Path enrolment) {}
