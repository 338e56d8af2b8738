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
    AdminSocket socket = devices.socket();
    requirePrinter(DevicesCommand.json(socket.ask("GET", "/v1/devices")), printer);
    JsonNode done =
        DevicesCommand.json(socket.ask("POST", "/v1/devices/" + printer + "/test-print"));
    return tell(done, devices.words(), spec.commandLine().getOut()).number();
  }

  /**
   * @param devices schema {@code Devices} of the daemon's openapi.yaml
   * @throws PlainWordsException WRONG_USE when none of its printers has this name
   */
  static void requirePrinter(JsonNode devices, String printer) {
    List<String> known = new ArrayList<>();
    devices.path("printers").forEach(one -> known.add(one.path("name").asText()));
    KnownName.require("printer", printer, known);
  }

  /** Success is paper, or at least that the printer took everything. */
  static ExitCode tell(JsonNode done, DeviceWords words, PrintWriter out) {
    String outcome = done.path("outcome").asText();
    out.println(words.label("outcome." + outcome));
    if (done.path("code").isTextual()) {
      String code = done.path("code").asText();
      DeviceWords.Trouble trouble = words.health(code);
      out.println(trouble.title() + " (" + code + "). " + trouble.why());
      out.println(trouble.now());
    }
    if (done.path("detail").isTextual()) {
      out.println(done.path("detail").asText());
    }
    out.flush();
    return outcome.equals("confirmed") || outcome.equals("sent") ? ExitCode.OK : ExitCode.FAILED;
  }
}
