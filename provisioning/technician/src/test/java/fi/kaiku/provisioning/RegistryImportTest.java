package fi.kaiku.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class RegistryImportTest {
  private static final String HEAD =
      "HTTP/1.1 200 OK\r\nContent-Type: application/x-ndjson\r\nTransfer-Encoding: chunked\r\n\r\n";

  @TempDir Path folder;
  private final StringWriter said = new StringWriter();
  private Path socket;
  private Path file;

  @BeforeEach
  void writeFile() throws IOException {
    socket = folder.resolve("admin.sock");
    file = folder.resolve("cards.csv");
    Files.writeString(file, "card_id,kind\n");
  }

  @Test
  void aGoodFileIsToldByItsNumberOfCards() throws IOException {
    String answer =
        HEAD
            + chunk("{\"state\":\"reading\",\"rows\":400}\n")
            + chunk(
                "{\"state\":\"bad-row\",\"line\":7,\"column\":\"state\",\"reason\":\"'gone'\"}\n")
            + chunk("{\"state\":\"done\",\"cards\":399,")
            + chunk("\"badRows\":1}\n")
            + chunk("");
    try (FakeAdmin daemon = FakeAdmin.answering(socket, 120, answer)) {
      assertThat(run(RegistryImport.Force.NO, ImportLines.Progress.HIDDEN)).isEqualTo(ExitCode.OK);
      assertThat(daemon.request())
          .startsWith("POST /v1/registry/import HTTP/1.1\r\n")
          .contains("Content-Type: text/csv\r\n", "Content-Length: 13\r\n")
          .endsWith("\r\n\r\ncard_id,kind\n");
    }
    assertThat(said.toString())
        .isEqualToNormalizingNewlines(
            """
            Line 7, state: 'gone' (left out)
            The registry is in use: 399 cards, 1 bad rows left out.
            """);
  }

  @Test
  void aTerminalShowsHowFarItIs() throws IOException {
    String answer =
        HEAD
            + chunk("{\"state\":\"reading\",\"rows\":400}\n")
            + chunk("{\"state\":\"done\",\"cards\":400,\"badRows\":0}\n")
            + chunk("");
    try (FakeAdmin daemon = FakeAdmin.answering(socket, 120, answer)) {
      run(RegistryImport.Force.YES, ImportLines.Progress.SHOWN);
      assertThat(daemon.request()).startsWith("POST /v1/registry/import?force=true ");
    }
    assertThat(said.toString()).containsPattern("\rReading the registry: \\d+ %, 400 rows ");
  }

  @Test
  void aRefusalIsHeardThoughTheFileWasNotSentToItsEnd() throws IOException {
    Files.writeString(file, "x".repeat(4_000_000));
    String answer =
        HEAD
            + chunk("{\"state\":\"refused\",\"reason\":\"header\",\"detail\":\"no card_id\"}\n")
            + chunk("");
    try (FakeAdmin daemon = FakeAdmin.answering(socket, 1, answer)) {
      assertThat(run(RegistryImport.Force.NO, ImportLines.Progress.HIDDEN))
          .isEqualTo(ExitCode.FAILED);
      assertThat(daemon.request()).isNotEmpty();
    }
    assertThat(said.toString()).contains("refused (header): no card_id", "stays in use");
  }

  @Test
  void aDoubtCanBeOverruledAndThatIsSaid() throws IOException {
    String answer =
        HEAD
            + chunk(
                "{\"state\":\"refused\",\"reason\":\"much-smaller\",\"detail\":\"400 cards\"}\n")
            + chunk("");
    try (FakeAdmin daemon = FakeAdmin.answering(socket, 120, answer)) {
      assertThat(run(RegistryImport.Force.NO, ImportLines.Progress.HIDDEN))
          .isEqualTo(ExitCode.FAILED);
      assertThat(daemon.request()).isNotEmpty();
    }
    assertThat(said.toString()).contains("(much-smaller): 400 cards", "with --force");
  }

  @Test
  void anAnswerThatBreaksOffIsNotTakenForSuccess() throws IOException {
    try (FakeAdmin daemon =
        FakeAdmin.answering(
            socket, 120, HEAD + chunk("{\"state\":\"reading\",\"rows\":1}\n") + chunk(""))) {
      assertThatThrownBy(() -> run(RegistryImport.Force.NO, ImportLines.Progress.HIDDEN))
          .hasMessageContaining("stopped before the end of the import");
      assertThat(daemon.request()).isNotEmpty();
    }
  }

  @Test
  void aProblemIsShown() throws IOException {
    try (FakeAdmin daemon =
        FakeAdmin.answering(socket, 120, "HTTP/1.1 400 Bad Request\r\n\r\n{\"title\":\"no\"}")) {
      assertThatThrownBy(() -> run(RegistryImport.Force.NO, ImportLines.Progress.HIDDEN))
          .hasMessageContaining("status 400: {\"title\":\"no\"}");
      assertThat(daemon.request()).isNotEmpty();
    }
  }

  @Test
  void noDaemonAndNoFileAreSaidInPlainWords() throws IOException {
    assertThatThrownBy(() -> run(RegistryImport.Force.NO, ImportLines.Progress.HIDDEN))
        .hasMessageContaining("does not answer at " + socket)
        .hasMessageContaining("it is not running");
    Files.delete(file);
    assertThatThrownBy(() -> run(RegistryImport.Force.NO, ImportLines.Progress.HIDDEN))
        .hasMessageContaining("there is no file " + file);
  }

  private ExitCode run(RegistryImport.Force force, ImportLines.Progress progress) {
    ImportLines lines = new ImportLines(new PrintWriter(said), progress);
    return new RegistryImport(new AdminSocket(socket)).run(file, force, lines);
  }

  private static String chunk(String text) {
    return Integer.toHexString(text.length()) + "\r\n" + text + "\r\n";
  }
}
