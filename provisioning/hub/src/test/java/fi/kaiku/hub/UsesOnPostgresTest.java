package fi.kaiku.hub;

import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(PostgresServer.class)
class UsesOnPostgresTest extends UsesContract {
  @TempDir private Path folder;
  private final PostgresServer.Running server;

  UsesOnPostgresTest(PostgresServer.Running server) {
    this.server = server;
  }

  @Override
  HubRig open() {
    return new HubRig(folder, server.newDatabase());
  }
}
