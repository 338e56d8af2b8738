package fi.kaiku.provisioning;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Sends a registry file to the daemon and tells what became of it. */
final class RegistryImport {
  enum Force {
    YES,
    NO
  }

  private static final ObjectMapper JSON = new ObjectMapper();

  private final AdminSocket daemon;

  RegistryImport(AdminSocket daemon) {
    this.daemon = daemon;
  }

  /**
   * Blocks until the daemon has taken the file in or refused it.
   *
   * @throws PlainWordsException when there is no such file, or no daemon
   */
  ExitCode run(Path file, Force force, ImportLines lines) {
    long bytes = size(file);
    Outcome outcome = new Outcome(lines);
    daemon.post(
        "/v1/registry/import" + (force == Force.YES ? "?force=true" : ""),
        file,
        sent -> lines.sent(sent, bytes),
        outcome::line);
    return outcome.code();
  }

  /** Bytes of a file that is there and can be read. */
  static long size(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new PlainWordsException(ExitCode.WRONG_USE, "there is no file " + file + ".");
    }
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new PlainWordsException(
          ExitCode.WRONG_USE, "the file " + file + " can't be read: " + e.getMessage(), e);
    }
  }

  /** Listens to the daemon's lines. */
  private static final class Outcome {
    private final ImportLines lines;
    private ExitCode code;

    Outcome(ImportLines lines) {
      this.lines = lines;
    }

    void line(String text) {
      JsonNode said = parse(text);
      switch (said.path("state").asText()) {
        case "reading" -> lines.reading(said.path("rows").asLong());
        case "bad-row" ->
            lines.badRow(
                said.path("line").asLong(),
                said.path("column").asText(""),
                said.path("reason").asText());
        case "done" -> {
          lines.done(said.path("cards").asLong(), said.path("badRows").asLong());
          code = ExitCode.OK;
        }
        case "refused" -> {
          lines.refused(said.path("reason").asText(), said.path("detail").asText());
          code = ExitCode.FAILED;
        }
        default ->
            throw new PlainWordsException(
                ExitCode.FAILED, "the terminal daemon said something unknown: " + text);
      }
    }

    ExitCode code() {
      if (code == null) {
        throw new PlainWordsException(
            ExitCode.FAILED,
            "the terminal daemon stopped before the end of the import. The last good registry"
                + " stays in use; try again.");
      }
      return code;
    }

    private static JsonNode parse(String text) {
      try {
        return JSON.readTree(text);
      } catch (JsonProcessingException e) {
        throw new PlainWordsException(
            ExitCode.FAILED, "the terminal daemon's answer is not understood: " + text, e);
      }
    }
  }
}
