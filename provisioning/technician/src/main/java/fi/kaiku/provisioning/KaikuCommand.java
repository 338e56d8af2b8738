package fi.kaiku.provisioning;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line as a whole. {@code provisioning/bin/kaiku} builds and starts it. */
@Command(
    name = "kaiku",
    description = "Starts and looks after a Kaiku terminal.",
    mixinStandardHelpOptions = true,
    version = "kaiku 1.0.0",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      DemoCommand.class,
      RunCommand.class,
      RegistryCommand.class,
      AgentReportCommand.class,
      UiUrlCommand.class,
      DevicesCommand.class,
      EnrolCommand.class,
      UsesCommand.class
    })
public final class KaikuCommand {
  private KaikuCommand() {}

  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  static CommandLine commandLine() {
    return new CommandLine(new KaikuCommand())
        .setUsageHelpAutoWidth(true)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(KaikuCommand::explain);
  }

  private static int explain(Exception failure, CommandLine command, CommandLine.ParseResult parsed)
      throws Exception {
    if (failure instanceof PlainWordsException plain) {
      command.getErr().println("kaiku: " + plain.getMessage());
      return plain.code().number();
    }
    throw failure;
  }
}
