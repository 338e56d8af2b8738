package fi.kaiku.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class KaikuCommandTest {
  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void everyCommandExplainsItselfWithExamples() {
    for (String command :
        new String[] {
          "demo",
          "run",
          "ui-url",
          "registry import",
          "agent-report import",
          "devices",
          "enrol",
          "uses"
        }) {
      assertThat(run((command + " --help").split(" ", -1))).isZero();
    }
    assertThat(out.toString())
        .contains(
            "kaiku demo --port 9000",
            "kaiku run --config /etc/kaiku/terminal.yaml",
            "kaiku ui-url --station desk-2",
            "kaiku registry import cards.csv",
            "kaiku agent-report import sales.csv",
            "kaiku devices test-print tickets",
            "kaiku enrol 7K9QX-04MTB",
            "kaiku uses --send-again");
  }

  @Test
  void aSlipOfTheFingerIsAnsweredWithTheNearestOption() {
    assertThat(run("demo", "--prot", "1")).isEqualTo(2);
    assertThat(err.toString()).contains("--port");
  }

  @Test
  void aTakenPortIsSaidWithAFreeOneNearby() throws IOException {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = other.getLocalPort();
      int code = run("demo", "--port", "" + port, "--data", folder.resolve("d").toString());
      assertThat(code).isEqualTo(ExitCode.NOT_NOW.number());
      assertThat(err.toString())
          .contains("port " + port + " is in use by another program")
          .containsPattern("Port \\d+ is free: kaiku demo --port \\d+");
      assertThat(folder.resolve("d")).doesNotExist();
    }
  }

  @Test
  void aPortThatCannotBeIsRefused() {
    assertThat(run("demo", "--port", "99999", "--data", folder.resolve("d").toString()))
        .isEqualTo(ExitCode.WRONG_USE.number());
    assertThat(err.toString()).contains("there is no port 99999").doesNotContain("Exception");
  }

  @Test
  void aPortOfRootsIsAnsweredWithOneThatWorks() {
    assertThat(run("demo", "--port", "80", "--data", folder.resolve("d").toString()))
        .isEqualTo(ExitCode.WRONG_USE.number());
    assertThat(err.toString()).contains("below 1024").contains("kaiku demo --port 8080");
  }

  @Test
  void aConfigurationThatIsNotThereIsSaidInPlainWords() {
    assertThat(run("run", "--config", folder.resolve("no.yaml").toString())).isEqualTo(2);
    assertThat(err.toString())
        .contains("there is no configuration file")
        .doesNotContain("Exception");
  }

  @Test
  void aLinkIsPrintedOnlyForATerminalThatRuns() throws IOException {
    Path config = folder.resolve("terminal.yaml");
    Path token = Files.createDirectories(folder.resolve("run/browser")).resolve("token");
    Files.writeString(token, "secret\n");
    try (ServerSocket ui = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Files.writeString(
          config,
          "data: %s\nui: {port: %d}\nstations: [{name: desk-9}]\n"
              .formatted(folder, ui.getLocalPort()));
      assertThat(run("ui-url", "--config", config.toString())).isZero();
      assertThat(out.toString().strip())
          .isEqualTo("http://127.0.0.1:" + ui.getLocalPort() + "/open?station=desk-9&token=secret");
    }
    assertThat(run("ui-url", "--config", config.toString())).isEqualTo(3);
    assertThat(err.toString()).contains("the terminal is not running");
  }

  @Test
  void aLinkToAStationThatIsNotThereIsNotPrinted() throws IOException {
    Path config = folder.resolve("terminal.yaml");
    Files.writeString(config, "stations: [{name: desk-1}, {name: door}]\n");
    assertThat(run("ui-url", "--config", config.toString(), "--station", "dor")).isEqualTo(2);
    assertThat(err.toString())
        .contains("no station 'dor'; did you mean 'door'? This terminal has: desk-1, door.");
    assertThat(out.toString()).isEmpty();
  }

  private int run(String... arguments) {
    CommandLine command = KaikuCommand.commandLine();
    command.setOut(new PrintWriter(out, true));
    command.setErr(new PrintWriter(err, true));
    return command.execute(arguments);
  }
}
