package fi.kaiku.provisioning;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Where the terminal's two programs are. The starting script says so; a jar knows nothing of the
 * tree or package that it lies in.
 *
 * @param java the Java launcher
 * @param daemon the launcher's arguments that name the daemon, such as {@code -jar FILE}
 * @param ui the same for the kiosk UI
 */
record Installation(Path java, List<String> daemon, List<String> ui) {
  Installation {
    daemon = List.copyOf(daemon);
    ui = List.copyOf(ui);
  }

  static Installation ofThisProgram() {
    return new Installation(
        Path.of(System.getProperty("java.home"), "bin", "java"),
        jar("kaiku.daemon.jar"),
        jar("kaiku.ui.jar"));
  }

  private static List<String> jar(String property) {
    String value = System.getProperty(property, "");
    if (value.isEmpty() || !Files.isRegularFile(Path.of(value))) {
      throw new PlainWordsException(
          ExitCode.FAILED,
          "the program '"
              + value
              + "' ("
              + property
              + ") is not there; start this command as provisioning/bin/kaiku, which builds it.");
    }
    return List.of("-jar", value);
  }
}
