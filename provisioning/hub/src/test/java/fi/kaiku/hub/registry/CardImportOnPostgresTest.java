package fi.kaiku.hub.registry;

import fi.kaiku.hub.PostgresServer;
import fi.kaiku.hub.store.Database;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresServer.class)
class CardImportOnPostgresTest extends CardImportContract {
  private final PostgresServer.Running server;

  CardImportOnPostgresTest(PostgresServer.Running server) {
    this.server = server;
  }

  @Override
  Database open() {
    return Database.at(server.newDatabase());
  }
}
