package fi.kaiku.provisioning;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code kaiku devices}: the self-test, while the terminal works. */
@Command(
    name = "devices",
    mixinStandardHelpOptions = true,
    description = {
      "Tells of each scanner and printer what it is, what it can do, how it is and what it scanned last.",
      "The terminal goes on working. Exit code 1 when a device does not work."
    },
    synopsisSubcommandLabel = "[COMMAND]",
    subcommands = {TestPrintCommand.class, FindScannerCommand.class},
    footerHeading = "%nExamples:%n",
    footer = {
      "  kaiku devices",
      "  kaiku devices --language en",
      "  kaiku devices test-print tickets",
      "  kaiku devices find-scanner"
    })
final class DevicesCommand implements Callable<Integer> {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Spec private CommandSpec spec;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      scope = ScopeType.INHERIT,
      defaultValue = RegistryCommand.USUAL_CONFIG,
      description = "The terminal's configuration; usually ${DEFAULT-VALUE}.")
  private Path config;

  @Option(
      names = "--language",
      paramLabel = "fi|sv|en",
      scope = ScopeType.INHERIT,
      defaultValue = "FI",
      description = "Usually fi.")
  private Language language;

  @Override
  public Integer call() {
    JsonNode devices = json(socket().ask("GET", "/v1/devices"));
    return new DeviceReport(words(), spec.commandLine().getOut()).print(devices).number();
  }

  AdminSocket socket() {
    return AdminSocket.of(TerminalSettings.load(config));
  }

  DeviceWords words() {
    return DeviceWords.of(language, Path.of(System.getProperty("kaiku.ui.jar", "")));
  }

  static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new PlainWordsException(ExitCode.FAILED, "the daemon's answer is no JSON", e);
    }
  }
}
