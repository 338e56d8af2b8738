package fi.kaiku.hub;

import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresServer.class)
class KilledHubOnPostgresTest extends KilledHubContract {
  private final PostgresServer.Running server;

  KilledHubOnPostgresTest(PostgresServer.Running server) {
    this.server = server;
  }

  @Override
  String database() {
    return server.newDatabase();
  }
}
