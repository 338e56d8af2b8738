package fi.kaiku.device.scanner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.kaiku.device.scanner.ProbeFinding.Understood;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class SheetListenerTest {
  private static final String SILENCE = "";
  private static final String ID = TestCode.ID.text() + "\r";
  private static final String SIGNS = TestCode.SIGNS.text() + "\r";
  private static final String MIXED = TestCode.MIXED.text() + "\r";

  @Test
  void theThreeCodesOneAfterTheOtherAreTheScanner() throws Exception {
    Understood found = listen(ID, SILENCE, SIGNS, SILENCE, MIXED, SILENCE);
    assertThat(found.suffix()).isEqualTo(Framing.Suffix.CR);
    assertThat(found.isUsable()).isTrue();
  }

  @Test
  void piecesAndPausesBetweenCodesMakeNoDifference() throws Exception {
    assertThat(
            listen(
                SILENCE, "QWA", "ZYM1234", "\r", SILENCE, SILENCE, SIGNS, SILENCE, MIXED, SILENCE))
        .isNotNull();
  }

  @Test
  void whatIsTypedBeforeIsNoSheet() throws Exception {
    assertThat(
            listen(
                "dear mother",
                SILENCE,
                "x".repeat(10_000),
                SILENCE,
                ID,
                SILENCE,
                ID,
                SILENCE,
                SIGNS,
                SILENCE,
                MIXED,
                SILENCE))
        .isNotNull();
  }

  @Test
  void nothingElseIsTakenForIt() {
    assertThatThrownBy(() -> listen(ID, SILENCE, SIGNS, SILENCE, "ABC1234567\r", SILENCE))
        .isInstanceOf(IOException.class)
        .hasMessage("the script ended");
    assertThatThrownBy(() -> listen(ID + SIGNS + MIXED, SILENCE)).isInstanceOf(IOException.class);
  }

  private static Understood listen(String... pieces) throws IOException {
    try (SheetListener listener =
        new SheetListener(new ScriptedSource(pieces), ScannerProbe.ofCharacters())) {
      return listener.listen();
    }
  }

  /** Text in pieces; an empty one is a time-out. */
  private static final class ScriptedSource implements SheetListener.Source {
    private final Deque<String> pieces;

    ScriptedSource(String... pieces) {
      this.pieces = new ArrayDeque<>(List.of(pieces));
    }

    @Override
    public byte[] read(Duration timeout) throws IOException {
      if (pieces.isEmpty()) {
        throw new IOException("the script ended");
      }
      return pieces.removeFirst().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
      pieces.clear();
    }
  }
}
