package fi.kaiku.provisioning;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code kaiku demo}: a terminal to try out, with nothing plugged in. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = {
      "Starts a terminal with a virtual scanner and printer, sample cards and today's sample events.",
      "Open the link that it prints; it works once. Ctrl-C ends the demo."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  kaiku demo",
      "  kaiku demo --port 9000 --data /tmp/kaiku-demo",
      "",
      "What was issued stays in the data folder; remove the folder to begin anew."
    })
final class DemoCommand implements Callable<Integer> {
  private static final ZoneId ZONE = ZoneId.of("Europe/Helsinki");

  @Spec private CommandSpec spec;

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "8080",
      description = "The port on 127.0.0.1 for the browser; usually ${DEFAULT-VALUE}.")
  private int port;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = "${sys:user.home}/.local/share/kaiku-demo",
      description = "Where the demo keeps its data; usually ${DEFAULT-VALUE}.")
  private Path data;

  @Override
  public Integer call() throws InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    DemoFolder.requireNotInUse(data);
    new LocalPort(port).requireFree("kaiku demo --port");
    DemoFolder folder = DemoFolder.prepare(data, port, LocalDateTime.now(ZONE));
    TerminalRun run =
        new TerminalRun(
            Installation.ofThisProgram(), out, ConsoleOutput.Show.NOTHING, System::nanoTime);
    out.println("Ready: " + start(run, folder));
    out.println(
        "The link works once. For another browser: kaiku ui-url --config " + folder.config());
    out.println("Ctrl-C ends the demo; its data stays in " + folder.path() + ".");
    out.flush();
    return run.keepRunning().number();
  }

  /** Returns the link when a scan would work. */
  static String start(TerminalRun run, DemoFolder folder) throws InterruptedException {
    TerminalSettings settings = TerminalSettings.load(folder.config());
    run.start(settings, List.of("--demo"));
    importRegistry(settings, folder);
    return UiUrlCommand.url(settings, settings.firstStation());
  }

  /** By force, as another registry may have been tried in this folder, which was larger. */
  private static void importRegistry(TerminalSettings settings, DemoFolder folder) {
    StringWriter said = new StringWriter();
    ImportLines lines = new ImportLines(new PrintWriter(said), ImportLines.Progress.HIDDEN);
    ExitCode code =
        new RegistryImport(new AdminSocket(settings.adminSocket()))
            .run(folder.registryFile(), RegistryImport.Force.YES, lines);
    if (code != ExitCode.OK) {
      throw new PlainWordsException(code, "the sample registry was not taken: " + said);
    }
  }
}
