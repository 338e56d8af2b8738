package fi.kaiku.hub;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class UsesOnSqliteTest extends UsesContract {
  @TempDir private Path folder;

  @Override
  HubRig open() {
    return HubRig.onSqlite(folder);
  }
}
