package fi.kaiku.provisioning;

import picocli.CommandLine.Command;

/** {@code kaiku agent-report ...}. */
@Command(
    name = "agent-report",
    mixinStandardHelpOptions = true,
    description = "Takes in what ticket agents report by list.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = AgentReportImportCommand.class)
final class AgentReportCommand {}
