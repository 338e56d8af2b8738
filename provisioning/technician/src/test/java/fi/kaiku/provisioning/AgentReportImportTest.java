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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class AgentReportImportTest {
  private static final String HEAD =
      "HTTP/1.1 200 OK\r\nContent-Type: application/x-ndjson\r\nConnection: close\r\n\r\n";
  private static final int ENOUGH_OF_THE_REQUEST = 120;

  @TempDir Path folder;
  private final StringWriter said = new StringWriter();
  private Path socket;
  private Path file;

  @BeforeEach
  void writeFile() throws IOException {
    socket = folder.resolve("admin.sock");
    file = folder.resolve("sales.csv");
    Files.writeString(file, "row_id,card_id\n");
  }

  @Test
  void whatWasEnteredAndWhatWasNotIsTold() throws IOException {
    String answer =
        HEAD
            + "{\"state\":\"bad-row\",\"line\":3,\"column\":\"sold_on\",\"reason\":\"lies in the future\"}\n"
            + "{\"state\":\"already-entered\",\"line\":4,\"column\":\"\",\"reason\":\"by an earlier import\"}\n"
            + "{\"state\":\"already-used\",\"line\":5,\"column\":\"\",\"reason\":\"on 2026-11-20\"}\n"
            + "{\"state\":\"done\",\"entered\":7,\"alreadyEntered\":1,\"alreadyUsed\":1,\"badRows\":1}\n";
    try (FakeAdmin daemon = FakeAdmin.answering(socket, ENOUGH_OF_THE_REQUEST, answer)) {
      assertThat(run()).isEqualTo(ExitCode.OK);
      assertThat(daemon.request())
          .startsWith("POST /v1/agent-reports HTTP/1.1\r\n")
          .endsWith("\r\n\r\nrow_id,card_id\n");
    }
    assertThat(said.toString())
        .isEqualToNormalizingNewlines(
            """
            Line 3, sold_on: lies in the future (bad)
            Line 4: by an earlier import (already entered)
            Line 5: on 2026-11-20 (already used, not entered)
            7 sales entered; 1 already entered, 1 already used, 1 bad row left out.
            """);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          FI | Line 3, card …001: lapsia on enemmän (entered)
          SV | Line 3, card …001: fler barn (entered)
          EN | Line 3, card …001: more children (entered)
          """)
  void whatLooksWrongAboutAnEnteredSaleIsToldInTheReadersLanguage(Language language, String line)
      throws IOException {
    String answer =
        HEAD
            + "{\"state\":\"entered-with-doubt\",\"doubt\":\"more-children\",\"line\":3,\"tail\":\"001\","
            + "\"words\":{\"fi\":\"lapsia on enemmän\",\"sv\":\"fler barn\",\"en\":\"more children\"}}\n"
            + "{\"state\":\"done\",\"entered\":1,\"alreadyEntered\":0,\"alreadyUsed\":0,\"badRows\":0}\n";
    try (FakeAdmin daemon = FakeAdmin.answering(socket, ENOUGH_OF_THE_REQUEST, answer)) {
      assertThat(run(language)).isEqualTo(ExitCode.OK);
      assertThat(daemon.request()).isNotEmpty();
    }
    assertThat(said.toString().lines())
        .containsExactly(
            line,
            "1 sale entered, 1 of them to be looked at; 0 already entered, 0 already used, 0 bad"
                + " rows left out.");
  }

  @Test
  void anImportThatStoppedSaysWhyAndThatItCanBeRepeated() throws IOException {
    String answer =
        HEAD
            + "{\"state\":\"stopped\",\"reason\":\"not-recorded\",\"detail\":\"disk\",\"entered\":2}\n";
    try (FakeAdmin daemon = FakeAdmin.answering(socket, ENOUGH_OF_THE_REQUEST, answer)) {
      assertThat(run()).isEqualTo(ExitCode.FAILED);
      assertThat(daemon.request()).isNotEmpty();
    }
    assertThat(said.toString())
        .contains("stopped (not-recorded): disk", "Entered, and stay: 2 sales", "imported again");
  }

  @Test
  void anAnswerThatBreaksOffIsNotTakenForSuccess() throws IOException {
    try (FakeAdmin daemon = FakeAdmin.answering(socket, ENOUGH_OF_THE_REQUEST, HEAD)) {
      assertThatThrownBy(this::run).hasMessageContaining("nothing is entered twice");
      assertThat(daemon.request()).isNotEmpty();
    }
  }

  @Test
  void noDaemonAndNoFileAreSaidInPlainWords() throws IOException {
    assertThatThrownBy(this::run).hasMessageContaining("it is not running");
    Files.delete(file);
    assertThatThrownBy(this::run).hasMessageContaining("there is no file " + file);
  }

  private ExitCode run() {
    return run(Language.EN);
  }

  private ExitCode run(Language language) {
    PrintWriter out = new PrintWriter(said);
    return new AgentReportImport(new AdminSocket(socket), out, language).run(file);
  }
}
