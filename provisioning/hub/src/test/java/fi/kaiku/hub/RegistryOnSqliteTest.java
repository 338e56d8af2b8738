package fi.kaiku.hub;

class RegistryOnSqliteTest extends RegistryContract {
  @Override
  HubRig open() {
    return HubRig.onSqlite(folder.resolve("hub"));
  }
}
