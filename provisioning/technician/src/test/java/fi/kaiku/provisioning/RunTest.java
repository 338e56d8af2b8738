package fi.kaiku.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code kaiku run} with a technician's own file. */
@Timeout(value = 180, unit = TimeUnit.SECONDS)
class RunTest {
  @TempDir Path folder;

  @Test
  void eachLinkLetsOneBrowserIn() throws Exception {
    Path config = config("");
    try (KaikuProcess run = KaikuProcess.start(folder, "run", "--config", config.toString())) {
      assertThat(run.awaitLine("Ready. A browser is let in by: "))
          .isEqualTo("kaiku ui-url --config " + config);
      String first = link(config);
      assertThat(statusOf(first)).isEqualTo(303);
      String second = link(config);
      assertThat(second).isNotEqualTo(first);
      assertThat(statusOf(second)).isEqualTo(303);
      assertThat(statusOf(first)).isEqualTo(403);

      run.stop();
      assertThat(run.exitCode()).isEqualTo(128 + 15);
    }
  }

  @Test
  void aSignalToAllIsAnsweredWithOnePlainLine() throws Exception {
    String config = config("").toString();
    try (KaikuProcess run = KaikuProcess.start(folder, "run", "--config", config)) {
      run.awaitLine("Ready. ");
      run.stopAll();
      String said = run.awaitEnd();
      assertThat(run.exitCode()).isEqualTo(128 + 15);
      assertThat(said.substring(said.indexOf("Ready. ")).lines().filter(l -> !l.contains(" | ")))
          .hasSize(2)
          .last()
          .isEqualTo("Stopping the terminal. What was issued is kept.");
    }
  }

  @Test
  void aKeyThatIsNotKnownEndsTheCommandForGood() throws Exception {
    String config = config("printer-s: []\n").toString();
    try (KaikuProcess run = KaikuProcess.start(folder, "run", "--config", config)) {
      assertThat(run.awaitEnd()).contains("printer-s", "can't work with this configuration");
      assertThat(run.exitCode()).isEqualTo(ExitCode.WRONG_CONFIG.number());
    }
  }

  private static String link(Path config) {
    StringWriter out = new StringWriter();
    int code =
        KaikuCommand.commandLine()
            .setOut(new PrintWriter(out, true))
            .execute("ui-url", "--config", config.toString());
    assertThat(code).isZero();
    return out.toString().strip();
  }

  private static int statusOf(String link) throws IOException, InterruptedException {
    try (LinkedBrowser browser = new LinkedBrowser(link)) {
      return browser.opened().statusCode();
    }
  }

  private Path config(String more) throws IOException {
    return Files.writeString(
        folder.resolve("terminal.yaml"),
        """
        venue:    {id: house, name: {fi: Kulttuuritalo, sv: Kulturhuset, en: Culture house}, area: espoo}
        data:     data
        scanners: [{name: reader, port: 'virtual:reader'}]
        stations: [{name: door, kind: desk, scanner: reader}]
        ui:       {port: %d, languages: [sv, fi]}
        clock:    {source: system}
        %s"""
            .formatted(LocalPorts.free(), more));
  }
}
