package fi.kaiku.terminal;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Machine code of the libraries for serial lines, USB and SQLite: loaded from the folder {@code
 * natives} beside this program, which has the program's owner and rights. Left alone, each library
 * unpacks its code to a shared folder (jSerialComm with mode 0777), where any user could put theirs
 * in its place. For USB the folder stands first on the class path (the jar's manifest): usb4java
 * loads from a folder as it is.
 */
final class NativeLibraries {
  private static final String FOLDER = "natives";

  /** As SQLite's library names the processors that a terminal may have. */
  private static final Map<String, String> SQLITE_PROCESSORS =
      Map.of("amd64", "x86_64", "aarch64", "aarch64");

  private NativeLibraries() {}

  /** Before any of the libraries is touched. On other processors they unpack their code. */
  static void fromBesideThisProgram() {
    Path folder = program().resolveSibling(FOLDER);
    String processor = SQLITE_PROCESSORS.get(System.getProperty("os.arch"));
    if (processor == null || !Files.isDirectory(folder)) {
      return;
    }
    System.setProperty("jSerialComm.library.path", folder.toString());
    System.setProperty(
        "org.sqlite.lib.path", folder.resolve("org/sqlite/native/Linux/" + processor).toString());
  }

  /** The jar, or the folder of classes. */
  private static Path program() {
    try {
      return Path.of(
          NativeLibraries.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("this program's own place is no path", e);
    }
  }
}
