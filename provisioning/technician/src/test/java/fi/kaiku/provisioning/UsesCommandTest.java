package fi.kaiku.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The daemon's answers, of which it keeps samples, in a technician's words. */
class UsesCommandTest {
  private static final Path SAMPLES = Path.of("../../terminal-daemon/src/test/resources/wire");

  private final StringWriter out = new StringWriter();

  private static JsonNode sample(String name) throws IOException {
    return DevicesCommand.json(Files.readString(SAMPLES.resolve(name)));
  }

  private PrintWriter writer() {
    return new PrintWriter(out);
  }

  @Test
  void tellsWhatWaitsAndWhatWasRefused() throws IOException {
    assertThat(UsesCommand.tell(sample("hub.json"), writer())).isEqualTo(ExitCode.FAILED);
    assertThat(out.toString())
        .contains(
            "can't be reached",
            "17 wait to be sent, 1 were refused.",
            "use of 2026-11-23T18:42:00+02:00, concert: unknown-event");
  }

  @Test
  void saysWhenAllIsSent() {
    JsonNode hub =
        DevicesCommand.json(
            "{\"state\":\"connected\",\"unsent\":0,\"deadLetters\":0,\"oldest\":[]}");
    assertThat(UsesCommand.tell(hub, writer())).isEqualTo(ExitCode.OK);
    assertThat(out.toString()).contains("All sent, safe to switch off.");
  }

  @Test
  void saysWhetherTheRegistryIsTheHubs() throws IOException {
    assertThat(RegistryCheckCommand.tell(sample("registry-check.json"), writer()))
        .isEqualTo(ExitCode.OK);
    assertThat(out.toString())
        .contains("as of now; 3 cards have changed")
        .contains("120000 cards, as of 2026-11-23T18:42:00+02:00");
    JsonNode offline =
        DevicesCommand.json(
            "{\"outcome\":\"no-answer\",\"detail\":\"connect timed out\",\"registry\":{\"fetchedAt\":null}}");
    assertThat(RegistryCheckCommand.tell(offline, writer())).isEqualTo(ExitCode.NOT_NOW);
    assertThat(out.toString()).contains("could not be asked: connect timed out", "no registry");
  }

  @Test
  void saysThatATerminalIsEnrolled() throws IOException {
    assertThat(EnrolCommand.tell(sample("enrolment.json"), writer())).isEqualTo(ExitCode.OK);
    assertThat(out.toString()).contains("of venue house");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          refused   | code-expired   | has expired
          refused   | code-used      | another terminal
          refused   | something-new  | the hub refused it: something-new
          no-store  | disk full      | the code was not spent
          no-answer | timeout        | the same code again
          """)
  void saysWhyATerminalIsNotEnrolled(String outcome, String detail, String words) {
    JsonNode answer =
        DevicesCommand.json(
            "{\"outcome\":\"%s\",\"venue\":null,\"detail\":\"%s\"}".formatted(outcome, detail));
    assertThatThrownBy(() -> EnrolCommand.tell(answer, writer()))
        .isInstanceOf(PlainWordsException.class)
        .hasMessageContaining(words);
  }
}
