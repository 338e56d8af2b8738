package fi.kaiku.hub;

import fi.kaiku.hub.api.HubServer;
import fi.kaiku.hub.key.HubKeys;
import fi.kaiku.hub.store.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * How a hub is started.
 *
 * @param data its folder: the keys, and the database where no other is named
 * @param databaseUrl of PostgreSQL; empty for a SQLite file in the folder
 */
public record HubSettings(Path data, String databaseUrl, HubServer.Ports ports) {
  void makeFolder() throws IOException {
    if (!Files.isDirectory(data)) {
      Files.createDirectories(
          data, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }
  }

  Path keys() {
    return data.resolve("hub.keys");
  }

  /** A card list on its way into the database; worth nothing afterwards. */
  Path staging() {
    return data.resolve("import.part");
  }

  Database openDatabase() {
    return databaseUrl.isEmpty()
        ? Database.sqlite(data.resolve("hub.db"))
        : Database.at(databaseUrl);
  }

  /**
   * Keys and database belong together; a second hub gets a copy of the first one's keys.
   *
   * @throws IOException when the database was filled under other keys
   */
  void demandKeysOf(Database database, HubKeys keys) throws IOException {
    String kept =
        database.transaction(
            db -> {
              db.execute(
                  "INSERT INTO hub_key (name, fingerprint) VALUES ('hub', ?) ON CONFLICT DO NOTHING",
                  keys.fingerprint());
              return db.createQuery("SELECT fingerprint FROM hub_key WHERE name = 'hub'")
                  .mapTo(String.class)
                  .one();
            });
    if (!kept.equals(keys.fingerprint())) {
      throw new IOException(
          keys() + " is not the key file that this database was filled with; put that one there");
    }
  }
}
