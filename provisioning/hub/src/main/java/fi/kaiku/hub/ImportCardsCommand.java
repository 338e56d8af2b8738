package fi.kaiku.hub;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code kaiku hub import-cards FILE}: the programme's list becomes the registry of a running hub.
 */
@Command(
    name = "import-cards",
    mixinStandardHelpOptions = true,
    description = {
      "Makes the card list FILE the registry of the hub that runs on this machine, as a whole or not at all.",
      "FILE is CSV with the columns card_id,kind,issued_on,valid_until,state,children and no other."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  kaiku hub import-cards cards.csv",
      "  kaiku hub import-cards --force smaller-on-purpose.csv"
    })
final class ImportCardsCommand implements Callable<Integer> {
  private static final int EXIT_REFUSED = 1;
  private static final int EXIT_NO_FILE = 2;
  private static final int EXIT_NO_HUB = 3;

  /** Reasons that a person can overrule who has looked at the list. */
  private static final Set<String> DOUBTS = Set.of("much-smaller", "too-many-bad-rows", "cut-off");

  private static final JsonMapper JSON = new JsonMapper();

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "The card list.")
  private Path file;

  @Option(
      names = "--admin-port",
      defaultValue = "8091",
      paramLabel = "N",
      description = "The hub's, for the keeper; ${DEFAULT-VALUE} if not given.")
  private int adminPort;

  @Option(
      names = "--force",
      description = "Take it even when it has many bad rows or is much smaller than the last one.")
  private boolean force;

  @Override
  public Integer call() throws InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpResponse<Stream<String>> answer =
          http.send(request(), HttpResponse.BodyHandlers.ofLines());
      try (Stream<String> lines = answer.body()) {
        return lines.map(line -> tell(line, out)).reduce(EXIT_NO_HUB, (_, last) -> last);
      }
    } catch (FileNotFoundException e) {
      err.println("kaiku hub import-cards: there is no file " + file + ".");
      return EXIT_NO_FILE;
    } catch (IOException e) {
      err.println(
          "kaiku hub import-cards: no hub answers on port %d of this machine (%s)."
              .formatted(adminPort, e.getMessage()));
      return EXIT_NO_HUB;
    }
  }

  private HttpRequest request() throws FileNotFoundException {
    String target = "http://127.0.0.1:%d/v1/cards/import?force=%s".formatted(adminPort, force);
    return HttpRequest.newBuilder(URI.create(target))
        .header("Content-Type", "text/csv")
        .POST(HttpRequest.BodyPublishers.ofFile(file))
        .build();
  }

  /** Answers the exit code that this line would mean as the last one. */
  private static int tell(String line, PrintWriter out) {
    JsonNode said = parsed(line);
    switch (said.path("state").asText()) {
      case "reading" -> out.println("Read " + said.path("rows").asLong() + " rows");
      case "bad-row" -> {
        String column = said.path("column").asText();
        out.println(
            "Line %d%s: %s (left out)"
                .formatted(
                    said.path("line").asLong(),
                    column.isEmpty() ? "" : ", " + column,
                    said.path("reason").asText()));
      }
      case "done" -> {
        out.println(
            "The registry has %d cards now: %d new or changed, %d gone, %d bad rows left out."
                .formatted(
                    said.path("cards").asLong(),
                    said.path("changed").asLong(),
                    said.path("gone").asLong(),
                    said.path("badRows").asLong()));
        return 0;
      }
      default -> refuse(said, out);
    }
    return EXIT_REFUSED;
  }

  private static void refuse(JsonNode said, PrintWriter out) {
    String reason = said.path("reason").asText(said.path("title").asText());
    out.println("The list was refused (" + reason + "): " + said.path("detail").asText());
    out.println("Nothing has changed.");
    if (DOUBTS.contains(reason)) {
      out.println("If the list is right all the same, import it with --force.");
    }
  }

  private static JsonNode parsed(String line) {
    try {
      return JSON.readTree(line);
    } catch (IOException e) {
      return JSON.createObjectNode().put("reason", "no hub").put("detail", "it answered: " + line);
    }
  }
}
