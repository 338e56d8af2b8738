package fi.kaiku.terminal.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The samples in {@code src/test/resources/wire} are what the daemon's views write and what
 * openapi.yaml describes. The UI's tests read the same files, so neither end can drift alone. After
 * a wanted change: run with {@code -Dwire.samples=write} and look at the difference.
 */
class WireSamplesTest {
  private static final Path FOLDER = Path.of("src/test/resources/wire");
  private static final Contract CONTRACT = Contract.read();
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  static List<WireSample> samples() {
    return WireSample.all();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("samples")
  void isWhatTheViewsWriteAndTheContractDescribes(WireSample sample) throws IOException {
    JsonNode written = JSON.readTree(JsonText.bytes(sample.view()));
    Path file = FOLDER.resolve(sample.file());
    if (System.getProperty("wire.samples", "").equals("write")) {
      Files.createDirectories(FOLDER);
      Files.writeString(file, JSON.writeValueAsString(written) + "\n");
    }

    assertThat(CONTRACT.problems(sample.schema(), written)).isEmpty();
    assertThat(written).isEqualTo(JSON.readTree(file.toFile()));
  }

  @Test
  void isThereForEverySchemaThatIsAnswered() {
    List<String> inside = List.of("VisitRef", "Choices", "Voided");

    assertThat(samples().stream().map(WireSample::schema).distinct())
        .containsExactlyInAnyOrderElementsOf(
            CONTRACT.schemaNames().stream().filter(n -> !inside.contains(n)).toList());
  }

  @Test
  void hasNoFileThatNobodyChecks() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(samples().stream().map(WireSample::file).toList());
    }
  }
}
