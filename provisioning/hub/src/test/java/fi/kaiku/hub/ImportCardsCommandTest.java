package fi.kaiku.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code kaiku hub import-cards}, against a running hub. */
class ImportCardsCommandTest {
  private static final String GOOD =
      """
      card_id,kind,issued_on,valid_until,state,children
      AB12CD34EF,personal,2026-01-01,2026-12-31,active,3
      ab,personal,2026-01-01,2026-12-31,active,3
      """;

  @TempDir private Path folder;
  private final StringWriter said = new StringWriter();

  private int run(String port, String list, String... more) throws Exception {
    Path file = Files.writeString(folder.resolve("cards.csv"), list);
    CommandLine command = new CommandLine(new ImportCardsCommand());
    command.setOut(new PrintWriter(said)).setErr(new PrintWriter(said));
    String path = more.length == 0 ? file.toString() : more[0];
    return command.execute("--admin-port", port, path);
  }

  @Test
  void aListIsTakenOrRefusedInPlainWords() throws Exception {
    try (HubRig hub = HubRig.onSqlite(folder.resolve("hub"))) {
      String port = "" + URI.create(hub.adminAddress()).getPort();
      assertThat(run(port, GOOD)).isZero();
      assertThat(said.toString())
          .contains("Line 3, card_id: 2 characters, expected 10 capitals or digits (left out)")
          .contains("has 1 cards now: 1 new or changed, 0 gone, 1 bad rows left out.")
          .doesNotContain("AB12CD34EF");
      assertThat(run(port, "card_id,gender\n")).isEqualTo(1);
      assertThat(said.toString()).contains("wrong-columns").contains("'gender'");
      assertThat(run(port, GOOD, folder.resolve("none.csv").toString())).isEqualTo(2);
    }
  }

  @Test
  void withoutAHubItSaysSo() throws Exception {
    assertThat(run("1", GOOD)).isEqualTo(3);
    assertThat(said.toString()).contains("no hub answers on port 1");
  }
}
