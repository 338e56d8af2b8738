package fi.kaiku.provisioning;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.nio.file.Path;

/** Sends an agent's list to the daemon and tells of each row that was not entered. */
final class AgentReportImport {
  private final AdminSocket daemon;
  private final PrintWriter out;
  private ExitCode code;

  AgentReportImport(AdminSocket daemon, PrintWriter out) {
    this.daemon = daemon;
    this.out = out;
  }

  /**
   * Blocks until the daemon has read the list; to be called once.
   *
   * @throws PlainWordsException when there is no such file, or no daemon
   */
  ExitCode run(Path file) {
    RegistryImport.size(file);
    daemon.post("/v1/agent-reports", file, _ -> {}, this::line);
    out.flush();
    if (code == null) {
      throw new PlainWordsException(
          ExitCode.FAILED,
          "the terminal daemon stopped before the end of the list. What was entered stays; import"
              + " the same list again, nothing is entered twice.");
    }
    return code;
  }

  private void line(String text) {
    JsonNode said = DevicesCommand.json(text);
    switch (said.path("state").asText()) {
      case "bad-row" -> leftOut(said, "bad");
      case "already-entered" -> leftOut(said, "already entered");
      case "already-used" -> leftOut(said, "already used, not entered");
      case "done" -> {
        out.println(
            "%d sales entered; %d already entered, %d already used, %d bad rows left out."
                .formatted(
                    said.path("entered").asLong(),
                    said.path("alreadyEntered").asLong(),
                    said.path("alreadyUsed").asLong(),
                    said.path("badRows").asLong()));
        code = ExitCode.OK;
      }
      case "stopped" -> {
        out.println("The import stopped (" + said.path("reason").asText() + "): " + detail(said));
        out.println(
            "%d sales were entered and stay; the same list can be imported again."
                .formatted(said.path("entered").asLong()));
        code = ExitCode.FAILED;
      }
      default ->
          throw new PlainWordsException(
              ExitCode.FAILED, "the terminal daemon said something unknown: " + text);
    }
  }

  private void leftOut(JsonNode said, String how) {
    String column = said.path("column").asText("");
    out.println(
        "Line %d%s: %s (%s)"
            .formatted(
                said.path("line").asLong(),
                column.isEmpty() ? "" : ", " + column,
                said.path("reason").asText(),
                how));
  }

  private static String detail(JsonNode said) {
    return said.path("detail").asText();
  }
}
