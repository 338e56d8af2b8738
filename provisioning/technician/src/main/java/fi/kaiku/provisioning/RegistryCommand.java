package fi.kaiku.provisioning;

import picocli.CommandLine.Command;

/** {@code kaiku registry ...}. */
@Command(
    name = "registry",
    mixinStandardHelpOptions = true,
    description = "Looks after the terminal's copy of the card registry.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {RegistryImportCommand.class, RegistryCheckCommand.class})
final class RegistryCommand {
  /** Where a terminal's configuration is once it is installed. */
  static final String USUAL_CONFIG = "/etc/kaiku/terminal.yaml";
}
