package fi.kaiku.kiosk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class KioskOptionsTest {
  @Test
  void allOptionsAreRead() {
    assertThat(parse("--port 8080 --daemon-socket /run/d --token-file /run/t --demo"))
        .isEqualTo(
            new KioskOptions(
                8080, Path.of("/run/d"), Path.of("/run/t"), KioskOptions.DemoPanel.SHOWN));
    assertThat(parse("--port 0 --daemon-socket d --token-file t").demo())
        .isEqualTo(KioskOptions.DemoPanel.HIDDEN);
  }

  @Test
  void whatIsWrongIsSaidInPlainWords() {
    assertThatThrownBy(() -> parse("--port x --daemon-socket d --token-file t"))
        .hasMessage("--port x: expected a number");
    assertThatThrownBy(() -> parse("--port 65536 --daemon-socket d --token-file t"))
        .hasMessage("--port 65536: expected 0-65535");
    assertThatThrownBy(() -> parse("--daemon-socket d --token-file t"))
        .hasMessage("--port is missing");
    assertThatThrownBy(() -> parse("--prot 1")).hasMessageContaining("'--prot'");
    assertThatThrownBy(() -> parse("--port")).hasMessageContaining("'--port'");
  }

  private static KioskOptions parse(String line) {
    return KioskOptions.parse(List.of(line.split(" ", -1)));
  }
}
