package fi.kaiku.provisioning;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kaiku enrol CODE}: makes the terminal known to its hub. */
@Command(
    name = "enrol",
    mixinStandardHelpOptions = true,
    description = {
      "Makes the running terminal known to its hub (hub.url in terminal.yaml) by a code of the hub's keeper.",
      "A code is good for one terminal. When no answer comes, give the same code again."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  kaiku enrol 7K9QX-04MTB",
      "  kaiku enrol 7K9QX-04MTB --config /etc/kaiku/terminal.yaml"
    })
final class EnrolCommand implements Callable<Integer> {
  private static final Map<String, String> REFUSALS =
      Map.of(
          "code-unknown", "the hub knows no such code; look at it again, letter by letter.",
          "code-expired", "the code has expired; ask the hub's keeper for a new one.",
          "code-used", "another terminal was enrolled with this code; ask for a new one.",
          "terminal-known", "the hub knows this terminal already, by another code.",
          "bad-request", "a code has ten letters and digits.",
          "too-many-tries", "too many wrong codes came from here; wait ten minutes.");

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "CODE",
      description = "Ten letters and digits; case and hyphens don't count.")
  private String code;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      defaultValue = RegistryCommand.USUAL_CONFIG,
      description = "The terminal's configuration; usually ${DEFAULT-VALUE}.")
  private Path config;

  @Override
  public Integer call() {
    AdminSocket socket = AdminSocket.of(TerminalSettings.load(config));
    String asked = "/v1/hub/enrolment?code=" + URLEncoder.encode(code, StandardCharsets.UTF_8);
    return tell(DevicesCommand.json(socket.ask("POST", asked)), spec.commandLine().getOut())
        .number();
  }

  static ExitCode tell(JsonNode answer, PrintWriter out) {
    String detail = answer.path("detail").asText();
    return switch (answer.path("outcome").asText()) {
      case "enrolled" -> {
        out.println(
            "Enrolled: the hub knows this terminal, of venue "
                + answer.path("venue").asText()
                + ". Uses are sent from now on.");
        out.flush();
        yield ExitCode.OK;
      }
      case "refused" ->
          throw new PlainWordsException(
              ExitCode.FAILED, REFUSALS.getOrDefault(detail, "the hub refused it: " + detail));
      case "no-store" ->
          throw new PlainWordsException(
              ExitCode.FAILED,
              "the terminal can't store anything, the code was not spent: " + detail);
      default ->
          throw new PlainWordsException(
              ExitCode.NOT_NOW, "no answer of the hub; give the same code again later: " + detail);
    };
  }
}
