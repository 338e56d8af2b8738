package fi.kaiku.terminal.config;

import java.nio.file.Path;

/** The folder that holds all that the daemon keeps ({@code data}), and what is where in it. */
public record DataFolder(Path path) {
  public static final Path DEFAULT = Path.of("/var/lib/kaiku");

  public Path registry() {
    return path.resolve("registry.db");
  }

  public Path journal() {
    return path.resolve("journal.db");
  }

  public Path keys() {
    return path.resolve("keys");
  }

  /** This terminal's own id. */
  public Path terminalId() {
    return path.resolve("terminal-id");
  }

  /** The last good time. */
  public Path goodTime() {
    return path.resolve("good-time");
  }

  /** The last good event list. */
  public Path lastEvents() {
    return path.resolve("events-last-good.csv");
  }

  Path uiSocket() {
    return path.resolve("run/ui/daemon.sock");
  }

  Path adminSocket() {
    return path.resolve("run/admin/daemon.sock");
  }
}
