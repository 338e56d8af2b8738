package fi.kaiku.hub.registry;

import fi.kaiku.hub.store.Database;

class CardImportOnSqliteTest extends CardImportContract {
  @Override
  Database open() {
    return Database.sqlite(folder.resolve("hub.db"));
  }
}
