package fi.kaiku.hub;

import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresServer.class)
class RegistryOnPostgresTest extends RegistryContract {
  private final PostgresServer.Running server;

  RegistryOnPostgresTest(PostgresServer.Running server) {
    this.server = server;
  }

  @Override
  HubRig open() {
    return new HubRig(folder.resolve("hub"), server.newDatabase());
  }
}
