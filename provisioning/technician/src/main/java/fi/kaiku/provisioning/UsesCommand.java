package fi.kaiku.provisioning;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code kaiku uses}: what of the uses has reached the hub. */
@Command(
    name = "uses",
    mixinStandardHelpOptions = true,
    description = {
      "Tells how the terminal stands with its hub, how many uses wait to be sent, and which the hub refused.",
      "Exit code 1 when some were refused."
    },
    footerHeading = "%nExamples:%n",
    footer = {"  kaiku uses", "  kaiku uses --send-again"})
final class UsesCommand implements Callable<Integer> {
  private static final Map<String, String> STATES =
      Map.of(
          "none", "No hub is configured (hub.url in terminal.yaml); uses stay on this terminal.",
          "not-enrolled", "The hub does not know this terminal yet: kaiku enrol CODE",
          "starting", "The hub was not asked yet.",
          "connected", "The hub answers.",
          "unreachable", "The hub can't be reached; the terminal goes on trying.",
          "refused", "The hub answers, and does not accept this terminal's calls.",
          "revoked", "The hub's keeper has shut this terminal out. Its uses are safe here.");

  @Spec private CommandSpec spec;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      defaultValue = RegistryCommand.USUAL_CONFIG,
      description = "The terminal's configuration; usually ${DEFAULT-VALUE}.")
  private Path config;

  @Option(
      names = "--send-again",
      description = "Send what was refused once more, after the hub has learnt of an event, say.")
  private boolean sendAgain;

  @Override
  public Integer call() {
    AdminSocket socket = AdminSocket.of(TerminalSettings.load(config));
    PrintWriter out = spec.commandLine().getOut();
    if (sendAgain) {
      JsonNode answer = DevicesCommand.json(socket.ask("POST", "/v1/hub/dead-letters/send-again"));
      out.println(answer.path("entries").asInt() + " wait to be sent again.");
      out.flush();
      return ExitCode.OK.number();
    }
    return tell(DevicesCommand.json(socket.ask("GET", "/v1/hub")), out).number();
  }

  static ExitCode tell(JsonNode hub, PrintWriter out) {
    String state = hub.path("state").asText();
    int unsent = hub.path("unsent").asInt();
    int dead = hub.path("deadLetters").asInt();
    out.println(STATES.getOrDefault(state, state));
    if (unsent + dead > 0) {
      out.println(unsent + " wait to be sent, " + dead + " were refused.");
    } else {
      out.println("All sent, safe to switch off.");
    }
    for (JsonNode letter : hub.path("oldest")) {
      out.println(
          "  %s of %s%s: %s"
              .formatted(
                  letter.path("type").asText(),
                  letter.path("at").asText(),
                  letter.path("event").isTextual() ? ", " + letter.path("event").asText() : "",
                  letter.path("reason").asText()));
    }
    out.flush();
    return dead == 0 ? ExitCode.OK : ExitCode.FAILED;
  }
}
