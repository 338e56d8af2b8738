package fi.kaiku.provisioning;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code kaiku devices test-print PRINTER}. */
@Command(
    name = "test-print",
    mixinStandardHelpOptions = true,
    description = {
      "Prints a page with letters, sizes and a code, and says what became of it.",
      "It waits its turn behind a ticket that is being printed."
    })
final class TestPrintCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @ParentCommand private DevicesCommand devices;

  @Parameters(paramLabel = "PRINTER", description = "Its name in the configuration.")
  private String printer;

  @Override
  public Integer call() {
    if (!printer.matches("[a-z0-9-]{1,32}")) {
      throw new PlainWordsException(
          ExitCode.WRONG_USE,
          "'" + printer + "' is no name of a printer; 'kaiku devices' tells their names.");
    }
    needKnown(printer, DevicesCommand.json(devices.socket().ask("GET", "/v1/devices")));
    JsonNode done =
        DevicesCommand.json(devices.socket().ask("POST", "/v1/devices/" + printer + "/test-print"));
    return tell(done, devices.words(), spec.commandLine().getOut()).number();
  }

  static void needKnown(String printer, JsonNode all) {
    List<String> names = new ArrayList<>();
    all.path("printers").forEach(one -> names.add(one.path("name").asText()));
    if (!names.contains(printer)) {
      throw new PlainWordsException(
          ExitCode.WRONG_USE,
          names.isEmpty()
              ? "this terminal has no printer"
              : "there is no printer '%s'; this terminal has: %s"
                  .formatted(printer, String.join(", ", names)));
    }
  }

  /** Success is paper, or at least that the printer took everything. */
  static ExitCode tell(JsonNode done, DeviceWords words, PrintWriter out) {
    String outcome = done.path("outcome").asText();
    out.println(words.label("outcome." + outcome));
    if (done.path("code").isTextual()) {
      String code = done.path("code").asText();
      DeviceWords.Trouble trouble = words.health(code);
      out.println(trouble.title() + " (" + code + ")");
      out.println(trouble.now());
    }
    if (done.path("detail").isTextual()) {
      out.println(done.path("detail").asText());
    }
    out.flush();
    return outcome.equals("confirmed") || outcome.equals("sent") ? ExitCode.OK : ExitCode.FAILED;
  }
}
