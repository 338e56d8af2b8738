package fi.kaiku.kiosk;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The browsers that have been let in, each bound to a station. Kept over a restart of this process,
 * so that a crash does not send every clerk to the technician for a new link; the file holds only
 * hashes of the cookies. Thread-safe.
 */
final class Sessions {
  /** A venue has a handful of tills; past this the session used longest ago ends. */
  static final int MAX = 32;

  private static final System.Logger LOG = System.getLogger(Sessions.class.getName());
  private static final String MODE = "rw-------";
  private static final Pattern LINE = Pattern.compile("([0-9a-f]{64}) ([a-z0-9][a-z0-9-]{0,31})");

  private final PrivateFile file;
  private final Supplier<String> secrets;
  private final Map<String, String> stationByHash = new LinkedHashMap<>(MAX, 0.75f, true);

  Sessions(Path file, Supplier<String> secrets) {
    this.file = new PrivateFile(file, MODE);
    this.secrets = secrets;
    load();
  }

  /** A new session's cookie. */
  synchronized String begin(String station) {
    String cookie = secrets.get();
    stationByHash.put(hash(cookie), station);
    if (stationByHash.size() > MAX) {
      stationByHash.remove(stationByHash.keySet().iterator().next());
    }
    save();
    return cookie;
  }

  /** The station that the cookie's session is bound to. */
  synchronized Optional<String> station(String cookie) {
    return Optional.ofNullable(stationByHash.get(hash(cookie)));
  }

  private void load() {
    try {
      file.read()
          .lines()
          .map(LINE::matcher)
          .filter(line -> line.matches())
          .limit(MAX)
          .forEach(line -> stationByHash.put(line.group(1), line.group(2)));
    } catch (IOException e) {
      LOG.log(System.Logger.Level.WARNING, "sessions of before the restart are lost", e);
    }
  }

  private void save() {
    String lines =
        stationByHash.entrySet().stream()
            .map(session -> session.getKey() + " " + session.getValue() + "\n")
            .collect(Collectors.joining());
    try {
      file.replace(lines);
    } catch (IOException e) {
      // The session works all the same, only not beyond a restart of this process.
      LOG.log(System.Logger.Level.WARNING, "sessions could not be saved", e);
    }
  }

  private static String hash(String cookie) {
    return HexFormat.of().formatHex(WebFile.sha256(cookie.getBytes(StandardCharsets.UTF_8)));
  }
}
