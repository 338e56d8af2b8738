package fi.kaiku.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderLockTest {
  @TempDir Path folder;

  @Test
  void keepsASecondDaemonOffUntilTheFirstHasEnded() throws Exception {
    Path data = folder.resolve("data");
    try (DataFolderLock first = DataFolderLock.take(data)) {
      assertThat(first).isNotNull();
      assertThatThrownBy(() -> DataFolderLock.take(data))
          .isInstanceOf(StartRefusedException.class)
          .hasMessageContaining("another terminal daemon is running on it");
    }
    DataFolderLock.take(data).close();
  }

  @Test
  void letsNobodyElseLookIntoTheFolderThatItMakes() throws Exception {
    DataFolderLock.take(folder.resolve("data")).close();

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("data"))))
        .isEqualTo("rwx------");
  }

  @Test
  void saysPlainlyThatAFolderCanNotBeUsed() throws Exception {
    Path file = Files.createFile(folder.resolve("file"));

    assertThatThrownBy(() -> DataFolderLock.take(file.resolve("data")))
        .isInstanceOf(StartRefusedException.class)
        .hasMessageStartingWith("data folder " + file.resolve("data") + " can't be used");
  }
}
