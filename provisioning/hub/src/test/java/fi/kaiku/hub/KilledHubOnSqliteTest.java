package fi.kaiku.hub;

class KilledHubOnSqliteTest extends KilledHubContract {

  @Override
  String database() {
    return "";
  }
}
