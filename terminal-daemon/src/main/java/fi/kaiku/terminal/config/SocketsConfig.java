package fi.kaiku.terminal.config;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * The daemon's Unix sockets. Each stands in a folder of its own, as the folder's group decides who
 * may call.
 */
public record SocketsConfig(Path ui, Path admin) {
  /** Bytes: sun_path of unix(7) holds 108, the last one a zero. */
  static final int PATH_BYTES_MAX = 107;

  static SocketsConfig read(Section sockets, ValueKind<Path> path, DataFolder data) {
    Path ui = sockets.optional("ui", path, data.uiSocket());
    Path admin = sockets.optional("admin", path, data.adminSocket());
    demandShort(sockets, "ui", ui);
    demandShort(sockets, "admin", admin);
    if (ui.getParent() == null || ui.getParent().equals(admin.getParent())) {
      sockets.problem("admin", "stands in the folder of the ui socket, expected one of its own");
    }
    sockets.end();
    return new SocketsConfig(ui, admin);
  }

  private static void demandShort(Section sockets, String key, Path path) {
    int bytes = path.toString().getBytes(StandardCharsets.UTF_8).length;
    if (bytes > PATH_BYTES_MAX) {
      sockets.problem(
          key,
          "%s has %d bytes, a socket's path has %d at most; a shorter 'data' helps as well"
              .formatted(path, bytes, PATH_BYTES_MAX));
    }
  }
}
