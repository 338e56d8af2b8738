package fi.kaiku.provisioning;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The few keys of {@code terminal.yaml} that this command needs to find the processes. The daemon
 * alone checks the file; what is wrong in it is said by the daemon, in one place. Relative paths
 * start at the file's folder, as they do for the daemon.
 *
 * @param port of the kiosk UI on 127.0.0.1
 * @param stations their names, in the file's order
 */
record TerminalSettings(
    Path config, Path data, Path uiSocket, Path adminSocket, int port, List<String> stations) {
  private static final int DEFAULT_PORT = 8080;
  private static final Pattern STUMBLE =
      Pattern.compile("^(\\S.*)\\R in .*, line (\\d+), column (\\d+):", Pattern.MULTILINE);

  /**
   * @throws PlainWordsException when there is no such file or it is not YAML; where it is not is
   *     told as the daemon tells mistakes in it
   */
  static TerminalSettings load(Path config) {
    JsonNode root = read(config);
    Path file = config.toAbsolutePath().normalize();
    Path data = file.resolveSibling(root.path("data").asText("/var/lib/kaiku"));
    return new TerminalSettings(
        file,
        data,
        file.resolveSibling(socket(root, "ui", data)),
        file.resolveSibling(socket(root, "admin", data)),
        root.path("ui").path("port").asInt(DEFAULT_PORT),
        root.path("stations").findValuesAsText("name"));
  }

  /**
   * The station that a link opens unless another one is named.
   *
   * @throws PlainWordsException when there is none
   */
  String firstStation() {
    if (stations.isEmpty()) {
      throw new PlainWordsException(ExitCode.WRONG_CONFIG, config + " names no station.");
    }
    return stations.getFirst();
  }

  /** The one-time token for the next browser; its folder is private to the UI's user. */
  Path tokenFile() {
    return data.resolve("run/browser/token");
  }

  private static String socket(JsonNode root, String name, Path data) {
    Path usual = data.resolve("run").resolve(name).resolve("daemon.sock");
    return root.path("sockets").path(name).asText(usual.toString());
  }

  /** {@code :LINE:COLUMN: } and what the parser stumbled over, which it tells last. */
  private static String notYaml(JsonProcessingException e) {
    List<MatchResult> told = STUMBLE.matcher(e.getOriginalMessage()).results().toList();
    return told.isEmpty()
        ? ": not YAML"
        : ":%2$s:%3$s: not YAML: %1$s"
            .formatted(told.getLast().group(1), told.getLast().group(2), told.getLast().group(3));
  }

  private static JsonNode read(Path config) {
    if (!Files.isRegularFile(config)) {
      throw new PlainWordsException(
          ExitCode.WRONG_USE,
          "there is no configuration file " + config + "; name one with --config.");
    }
    try {
      return new YAMLMapper().readTree(Files.readString(config));
    } catch (JsonProcessingException e) {
      throw new PlainWordsException(ExitCode.WRONG_CONFIG, config + notYaml(e), e);
    } catch (IOException e) {
      throw new PlainWordsException(
          ExitCode.WRONG_USE, config + " can't be read by this user: " + e.getMessage(), e);
    }
  }
}
