package fi.kaiku.provisioning;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code kaiku devices find-scanner}: which device is the scanner, proven by scanning with it. */
@Command(
    name = "find-scanner",
    mixinStandardHelpOptions = true,
    description = {
      "Tells which device the new scanner is, and how it is set, from scans of the test sheet.",
      "It waits a minute for you to read the sheet's three codes, then says what to write into "
          + "terminal.yaml. Keyboards are only listened to.",
      "The test sheet is device-drivers/scanner-test-sheet.svg: print it or show it on a screen."
    })
final class FindScannerCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @ParentCommand private DevicesCommand devices;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    DeviceWords words = devices.words();
    out.println(words.label("search.begin"));
    out.flush();
    JsonNode found = DevicesCommand.json(devices.socket().ask("POST", "/v1/devices/find-scanner"));
    return tell(found, words, out).number();
  }

  static ExitCode tell(JsonNode found, DeviceWords words, PrintWriter out) {
    boolean any = found.path("found").asBoolean();
    if (any) {
      out.println(words.label("search.found") + ": " + found.path("device").asText());
      found
          .path("facts")
          .forEach(
              fact ->
                  out.println(
                      "  " + words.fact(fact.path("name").asText(), fact.path("value").asText())));
      out.println(words.label("search.write"));
      found.path("configuration").forEach(line -> out.println("  " + line.asText()));
    } else {
      out.println(words.label("search.none"));
    }
    out.flush();
    return any ? ExitCode.OK : ExitCode.FAILED;
  }
}
