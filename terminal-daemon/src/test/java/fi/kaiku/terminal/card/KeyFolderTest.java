package fi.kaiku.terminal.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyFolderTest {
  private static final CardId ID = new CardId("K4K7P2M9QX");
  private static final UUID ROW = new UUID(1, 2);

  @TempDir Path data;
  private Path keys;

  @BeforeEach
  void nameTheFolder() {
    keys = data.resolve("keys");
  }

  @Test
  void theFirstStartMakesKeysThatOnlyTheirOwnerCanRead() throws IOException {
    open().nationalKey();
    open().vault(Map.of());

    assertThat(permissions(keys)).isEqualTo("rwx------");
    assertThat(permissions(keys.resolve("national-1.key"))).isEqualTo("rw-------");
    assertThat(permissions(keys.resolve("wrapping.key"))).isEqualTo("rw-------");
  }

  @Test
  void theNextStartFindsTheSameKeys() throws IOException {
    CardHash first = new CardHasher(open().nationalKey()).hash(ID);
    byte[] sealed = open().vault(Map.of()).seal(ID, ROW);

    assertThat(new CardHasher(open().nationalKey()).hash(ID)).isEqualTo(first);
    assertThat(open().vault(Map.of()).open(sealed, ROW)).isEqualTo(ID);
  }

  @Test
  void theHighestNumberIsTheNationalKeyInUse() throws IOException {
    open().nationalKey();
    Files.writeString(keys.resolve("national-10.key"), "ab".repeat(32));
    Files.writeString(keys.resolve("national-9.key"), "cd".repeat(32));

    assertThat(open().nationalKey().number()).isEqualTo(10);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "abcd", "not hexadecimal"})
  void aDamagedKeyStopsTheStartAndIsNeverReplaced(String content) throws IOException {
    open().nationalKey();
    Path file = keys.resolve("national-1.key");
    Files.writeString(file, content);

    assertThatThrownBy(() -> open().nationalKey())
        .isInstanceOf(IOException.class)
        .hasMessageContaining("national-1.key is damaged");
    assertThat(file).hasContent(content);
  }

  @Test
  void keysThatWereOpenToOthersAreShut() throws IOException {
    open().nationalKey();
    Path file = keys.resolve("national-1.key");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    Files.setPosixFilePermissions(keys, PosixFilePermissions.fromString("rwxr-xr-x"));
    open().nationalKey();

    assertThat(permissions(file)).isEqualTo("rw-------");
    assertThat(permissions(keys)).isEqualTo("rwx------");
  }

  @Test
  void systemdsCredentialComesBeforeTheFile() throws IOException {
    Path credentials = Files.createDirectory(data.resolve("credentials"));
    byte[] key = new byte[32];
    new SecureRandom().nextBytes(key);
    Files.write(credentials.resolve("kaiku-wrapping-key"), key);
    var environment = Map.of("CREDENTIALS_DIRECTORY", credentials.toString());

    byte[] sealed = open().vault(environment).seal(ID, ROW);

    assertThat(keys.resolve("wrapping.key")).doesNotExist();
    assertThat(open().vault(environment).open(sealed, ROW)).isEqualTo(ID);
    assertThatThrownBy(() -> open().vault(Map.of()).open(sealed, ROW))
        .isInstanceOf(SealBrokenException.class);
  }

  private KeyFolder open() throws IOException {
    return KeyFolder.open(keys, new SecureRandom());
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
