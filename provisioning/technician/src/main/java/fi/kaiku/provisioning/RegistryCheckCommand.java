package fi.kaiku.provisioning;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code kaiku registry check}: asks the hub for changes at once. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = {
      "Asks the hub for changes of the registry at once, and tells how old the terminal's copy is.",
      "Exit code 0 when it is the hub's as of now, 3 when it is not yet."
    },
    footerHeading = "%nExamples:%n",
    footer = {"  kaiku registry check", "  kaiku registry check --config /etc/kaiku/terminal.yaml"})
final class RegistryCheckCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      defaultValue = RegistryCommand.USUAL_CONFIG,
      description = "The terminal's configuration; usually ${DEFAULT-VALUE}.")
  private Path config;

  @Override
  public Integer call() {
    AdminSocket socket = AdminSocket.of(TerminalSettings.load(config));
    JsonNode answer = DevicesCommand.json(socket.ask("POST", "/v1/registry/check"));
    return tell(answer, spec.commandLine().getOut()).number();
  }

  static ExitCode tell(JsonNode answer, PrintWriter out) {
    String detail = answer.path("detail").asText("");
    String outcome = answer.path("outcome").asText();
    out.println(
        switch (outcome) {
          case "up-to-date" ->
              "The registry is the hub's as of now; %d cards have changed."
                  .formatted(answer.path("changes").asInt());
          case "fetching" ->
              "The registry is being fetched whole" + (detail.isEmpty() ? "." : ": " + detail);
          case "not-enrolled" -> "The hub does not know this terminal yet: kaiku enrol CODE";
          default -> "The hub could not be asked: " + detail;
        });
    JsonNode at = answer.path("registry").path("fetchedAt");
    out.println(
        at.isTextual()
            ? "In use: %d cards, as of %s.".formatted(answer.path("cards").asLong(), at.asText())
            : "There is no registry on this terminal.");
    out.flush();
    return outcome.equals("up-to-date") ? ExitCode.OK : ExitCode.NOT_NOW;
  }
}
