package fi.kaiku.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TerminalIdTest {
  @TempDir Path folder;

  private String read() throws IOException {
    return TerminalId.readOrMake(folder.resolve("terminal-id"), UUID::randomUUID);
  }

  @Test
  void itIsMadeOnceAndKept() throws IOException {
    String made = read();

    assertThat(read()).isEqualTo(made);
    assertThat(UUID.fromString(made)).hasToString(made);
  }

  @Test
  void aFileThatHoldsSomethingElseIsNotReplaced() throws IOException {
    Files.writeString(folder.resolve("terminal-id"), "till 1");

    assertThatThrownBy(this::read).hasMessageContaining("holds no UUID");
    assertThat(folder.resolve("terminal-id")).hasContent("till 1");
  }

  /** R22: what goes upstream names the venue and the terminal, and they are not the same. */
  @Test
  void aUseCarriesIt() throws Exception {
    try (TerminalRig rig = new TerminalRig(folder, folder.resolve("data"))) {
      rig.importCards(TerminalRig.personal("TERMINAL01", 0));
      rig.desk("desk-1").chooseEvent(TerminalRig.CONCERT);
      JsonNode visit = rig.scanCard("desk-1", "TERMINAL01");
      rig.desk("desk-1").issue(visit.path("id").asText(), visit.path("revision").asInt());
      String terminal = Files.readString(rig.data().resolve("terminal-id"));
      rig.stop();

      String sent = "\"venue\":\"house\",\"terminal\":\"" + terminal + "\"";
      String journal =
          Files.readString(rig.data().resolve("journal.db"), StandardCharsets.ISO_8859_1);
      assertThat(journal.contains(sent)).as("the journal holds " + sent).isTrue();
    }
  }
}
