package fi.kaiku.provisioning;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code kaiku ui-url}: the link that lets the next browser in. */
@Command(
    name = "ui-url",
    mixinStandardHelpOptions = true,
    description = {
      "Prints a link that opens the desk in one browser, once.",
      "After it was used, call the command again for the next browser."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  kaiku ui-url",
      "  kaiku ui-url --station desk-2",
      "  chromium \"$(kaiku ui-url --config /etc/kaiku/terminal.yaml)\""
    })
final class UiUrlCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      defaultValue = RegistryCommand.USUAL_CONFIG,
      description = "The terminal's configuration; usually ${DEFAULT-VALUE}.")
  private Path config;

  @Option(
      names = "--station",
      paramLabel = "NAME",
      description = "The station that the browser belongs to; usually the first one.")
  private String station;

  @Override
  public Integer call() {
    TerminalSettings settings = TerminalSettings.load(config);
    String name = station == null ? settings.firstStation() : station;
    KnownName.require("station", name, settings.stations());
    if (!new LocalPort(settings.port()).isServed()) {
      throw new PlainWordsException(
          ExitCode.NOT_NOW,
          "nothing answers on port " + settings.port() + ": the terminal is not running.");
    }
    spec.commandLine().getOut().println(url(settings, name));
    return ExitCode.OK.number();
  }

  static String url(TerminalSettings settings, String station) {
    try {
      String token = Files.readString(settings.tokenFile()).strip();
      return "http://127.0.0.1:" + settings.port() + "/open?station=" + station + "&token=" + token;
    } catch (IOException e) {
      throw new PlainWordsException(
          ExitCode.NOT_NOW,
          "the one-time token in "
              + settings.tokenFile()
              + " can't be read by this user: "
              + e.getMessage(),
          e);
    }
  }
}
