package fi.kaiku.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class NativeLibrariesTest {
  private static final Path NATIVES = Path.of("target/natives").toAbsolutePath();

  @TempDir Path folder;

  @Test
  void machineCodeComesFromBesideTheProgramAndIsUnpackedNowhere() throws Exception {
    Path temporary = Files.createDirectory(folder.resolve("tmp"));
    Path home = Files.createDirectory(folder.resolve("home"));

    List<String> said = run(temporary, home);

    assertThat(said).filteredOn(line -> line.startsWith("/")).hasSize(3);
    assertThat(said)
        .filteredOn(line -> line.startsWith("/"))
        .allMatch(file -> file.startsWith(NATIVES.toString()));
    assertThat(temporary).isEmptyDirectory();
    assertThat(home).isEmptyDirectory();
  }

  /** As shipped: the folder first on the class path, native access for no library by name. */
  private List<String> run(Path temporary, Path home) throws Exception {
    Path out = folder.resolve("out");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "--enable-native-access=ALL-UNNAMED",
                "--illegal-native-access=deny",
                "-Djava.io.tmpdir=" + temporary,
                "-Duser.home=" + home,
                "-cp",
                NATIVES
                    + File.pathSeparator
                    + System.getProperty(
                        "surefire.test.class.path", System.getProperty("java.class.path")),
                NativeLibrariesProgram.class.getName())
            .redirectErrorStream(true)
            .redirectOutput(out.toFile())
            .start();
    assertThat(process.waitFor()).as("%s", Files.readString(out)).isZero();
    return Files.readAllLines(out, StandardCharsets.UTF_8);
  }
}
