package fi.kaiku.provisioning;

import java.io.Console;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kaiku registry import FILE}. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description = {
      "Loads the card registry FILE into the running terminal; it takes effect as a whole or not at all.",
      "FILE is CSV with the columns card_id,kind,issued_on,valid_until,state,children."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  kaiku registry import cards.csv",
      "  kaiku registry import --force smaller-on-purpose.csv"
    })
final class RegistryImportCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "The registry file.")
  private Path file;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      defaultValue = RegistryCommand.USUAL_CONFIG,
      description = "The terminal's configuration; usually ${DEFAULT-VALUE}.")
  private Path config;

  @Option(
      names = "--force",
      description = "Load it even when it has many bad rows or is much smaller than the last one.")
  private boolean force;

  @Override
  public Integer call() {
    AdminSocket socket = AdminSocket.of(TerminalSettings.load(config));
    RegistryImport.Force how = force ? RegistryImport.Force.YES : RegistryImport.Force.NO;
    ImportLines lines = new ImportLines(spec.commandLine().getOut(), progress());
    return new RegistryImport(socket).run(file, how, lines).number();
  }

  /** Without a person watching, a line that rewrites itself only fills a log. */
  @SuppressWarnings("SystemConsoleNull") // JDK 25 answers null again where there is no terminal.
  private static ImportLines.Progress progress() {
    Console console = System.console();
    return console != null && console.isTerminal()
        ? ImportLines.Progress.SHOWN
        : ImportLines.Progress.HIDDEN;
  }
}
