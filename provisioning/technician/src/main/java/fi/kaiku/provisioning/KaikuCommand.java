package fi.kaiku.provisioning;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line as a whole. {@code provisioning/bin/kaiku} builds and starts it. */
@Command(
    name = "kaiku",
    description = "Starts and looks after a Kaiku terminal.",
    mixinStandardHelpOptions = true,
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
    return versioned(new CommandLine(new KaikuCommand()))
        .setUsageHelpAutoWidth(true)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(KaikuCommand::explain);
  }

  /** The jar's version, for the command and each below it. */
  private static CommandLine versioned(CommandLine command) {
    String version = KaikuCommand.class.getPackage().getImplementationVersion();
    command.getCommandSpec().version("kaiku " + (version == null ? "(not packaged)" : version));
    command.getSubcommands().values().forEach(KaikuCommand::versioned);
    return command;
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
