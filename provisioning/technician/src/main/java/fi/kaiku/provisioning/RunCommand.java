package fi.kaiku.provisioning;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code kaiku run}: a terminal on real devices. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description = {
      "Starts the terminal that FILE describes and keeps it running until Ctrl-C or SIGTERM.",
      "A process that crashes is started again; one that crashes too often ends the command."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  kaiku run --config /etc/kaiku/terminal.yaml",
      "",
      "Exit codes: 2 wrong use, 3 port or data folder in use, 4 not started, 5 crashed too often,",
      "78 wrong configuration; 130 and 143 after Ctrl-C and SIGTERM."
    })
final class RunCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--config",
      required = true,
      paramLabel = "FILE",
      description = "The terminal's configuration (terminal.yaml).")
  private Path config;

  @Override
  public Integer call() throws InterruptedException {
    TerminalSettings settings = TerminalSettings.load(config);
    new LocalPort(settings.port()).requireFree("set ui.port in " + config + " to");
    TerminalRun run =
        new TerminalRun(
            Installation.ofThisProgram(),
            spec.commandLine().getOut(),
            ConsoleOutput.Show.ALL_LINES,
            System::nanoTime);
    run.start(settings, List.of());
    spec.commandLine()
        .getOut()
        .println("Ready. A browser is let in by: kaiku ui-url --config " + config);
    spec.commandLine().getOut().flush();
    return run.keepRunning().number();
  }
}
