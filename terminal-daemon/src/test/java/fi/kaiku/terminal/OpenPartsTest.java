package fi.kaiku.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpenPartsTest {
  private final List<String> closed = new ArrayList<>();
  private final OpenParts parts = new OpenParts();

  private void open(String name) {
    assertThat(parts.<AutoCloseable>add(name, () -> closed.add(name))).isNotNull();
  }

  @Test
  void closesInReverseAndOnce() {
    open("journal");
    open("devices");
    open("server");
    parts.close();
    parts.close();

    assertThat(closed).containsExactly("server", "devices", "journal");
  }

  @Test
  void closesTheOthersWhenOneFailsTo() {
    open("journal");
    parts.<AutoCloseable>add(
        "devices",
        () -> {
          throw new IOException("held by the kernel");
        });
    open("server");
    parts.close();

    assertThat(closed).containsExactly("server", "journal");
  }
}
