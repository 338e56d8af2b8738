package fi.kaiku.provisioning;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kaiku agent-report import FILE}. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description = {
      "Enters the sales of an agent's list FILE in the running terminal, under the days of sale.",
      "FILE is CSV with the columns row_id,card_id,event_id,sold_on,adults,children;"
          + " row_id is the agent's own and stays the same, so that the same list can be imported again.",
      "A sale that has happened is entered; what looks wrong about it beside the registry is told."
    },
    footerHeading = "%nExamples:%n",
    footer = "  kaiku agent-report import sales.csv")
final class AgentReportImportCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "The agent's list.")
  private Path file;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      defaultValue = RegistryCommand.USUAL_CONFIG,
      description = "The terminal's configuration; usually ${DEFAULT-VALUE}.")
  private Path config;

  @Option(
      names = "--language",
      paramLabel = "fi|sv|en",
      defaultValue = "FI",
      description = "The language of what is said about sales that look wrong; usually fi.")
  private Language language;

  @Override
  public Integer call() {
    AdminSocket daemon = AdminSocket.of(TerminalSettings.load(config));
    return new AgentReportImport(daemon, spec.commandLine().getOut(), language).run(file).number();
  }
}
