package fi.kaiku.terminal.disk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DurableFileTest {
  @TempDir Path folder;

  @Test
  void aFileIsReplacedWholeAndReadableByItsOwnerOnly() throws IOException {
    Path file = folder.resolve("good-time");
    DurableFile.write(file, "a longer old content".getBytes(UTF_8));
    DurableFile.write(file, "new".getBytes(UTF_8));

    assertThat(file).hasContent("new");
    assertThat(permissions(file)).isEqualTo("rw-------");
    assertThat(folder).isDirectoryNotContaining(f -> f.toString().endsWith(".part"));
  }

  @Test
  void whatACrashLeftBesideTheFileIsNoObstacle() throws IOException {
    Path file = folder.resolve("good-time");
    Files.writeString(DurableFile.unfinished(file), "half");
    DurableFile.write(file, "new".getBytes(UTF_8));

    assertThat(file).hasContent("new");
  }

  @Test
  void foldersAreMadeForTheirOwnerOnlyAndLeftAloneWhenThere() throws IOException {
    Path deep = folder.resolve("var/kaiku/keys");
    DurableFile.makePrivateFolder(deep);
    DurableFile.makePrivateFolder(deep);

    assertThat(permissions(deep)).isEqualTo("rwx------");
    assertThat(permissions(folder.resolve("var"))).isEqualTo("rwx------");
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
