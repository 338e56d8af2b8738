package fi.kaiku.provisioning;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Sends an agent's list to the daemon and tells of each row that was not entered, or that was
 * entered and looks wrong.
 */
final class AgentReportImport {
  private final AdminSocket daemon;
  private final PrintWriter out;
  private final Language language;
  private final Set<Long> doubtful = new HashSet<>();
  private ExitCode code;

  /**
   * @param language of what is said about sales that look wrong
   */
  AgentReportImport(AdminSocket daemon, PrintWriter out, Language language) {
    this.daemon = daemon;
    this.out = out;
    this.language = language;
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
      case "entered-with-doubt" -> doubt(said);
      case "done" -> {
        out.println(
            "%s entered%s; %d already entered, %d already used, %s left out."
                .formatted(
                    counted(said.path("entered").asLong(), "sale"),
                    doubtful.isEmpty()
                        ? ""
                        : ", %d of them to be looked at".formatted(doubtful.size()),
                    said.path("alreadyEntered").asLong(),
                    said.path("alreadyUsed").asLong(),
                    counted(said.path("badRows").asLong(), "bad row")));
        code = ExitCode.OK;
      }
      case "stopped" -> {
        out.println("The import stopped (" + said.path("reason").asText() + "): " + detail(said));
        out.println(
            "Entered, and stay: %s; the same list can be imported again."
                .formatted(counted(said.path("entered").asLong(), "sale")));
        code = ExitCode.FAILED;
      }
      default ->
          throw new PlainWordsException(
              ExitCode.FAILED, "the terminal daemon said something unknown: " + text);
    }
  }

  /** It was sold, so it is entered; somebody should ask the agent. */
  private void doubt(JsonNode said) {
    long line = said.path("line").asLong();
    String words = said.path("words").path(language.name().toLowerCase(Locale.ROOT)).asText();
    doubtful.add(line);
    out.println(
        "Line %d, card …%s: %s (entered)".formatted(line, said.path("tail").asText(), words));
  }

  private static String counted(long count, String one) {
    return count + " " + one + (count == 1 ? "" : "s");
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
