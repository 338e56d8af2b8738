package fi.kaiku.terminal.selftest;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kaiku.device.DeviceName;
import fi.kaiku.device.scanner.Reading;
import fi.kaiku.device.virtual.VirtualScanner;
import fi.kaiku.terminal.card.CardReader;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class RecentScansTest {
  private static final DeviceName DESK = new DeviceName("desk-1");
  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

  private final RecentScans scans =
      new RecentScans(new CardReader(Set.of()), InstantSource.fixed(NOW));
  private final BlockingQueue<Reading> handedOn = new LinkedBlockingQueue<>();

  private void scan(String... texts) throws InterruptedException {
    BlockingQueue<Reading> noted = new LinkedBlockingQueue<>();
    Consumer<Reading> noting = scans.noting(DESK, handedOn::add);
    try (VirtualScanner scanner = new VirtualScanner(DESK, InstantSource.system())) {
      scanner.start(
          reading -> {
            noting.accept(reading);
            noted.add(reading);
          },
          _ -> {});
      for (String text : texts) {
        scanner.scan(text, "]Q1");
        assertThat(noted.poll(20, TimeUnit.SECONDS)).isNotNull();
      }
    }
  }

  @Test
  void aCardIsToldByItsLastThreeCharactersAndAllElseByKindAndLength() throws Exception {
    scan("KAIKU0AB12", "131052-308T", "https://example.org/x");
    assertThat(scans.of(DESK))
        .containsExactly(
            new SeenScan(NOW, "web-address", 21, ""),
            new SeenScan(NOW, "personal-identity-code", 11, ""),
            new SeenScan(NOW, RecentScans.CARD, 10, "B12"));
    assertThat(handedOn).hasSize(3);
  }

  @Test
  void onlyTheLastFiveAreKept() throws Exception {
    scan("KAIKU0AB01", "KAIKU0AB02", "KAIKU0AB03", "KAIKU0AB04", "KAIKU0AB05", "KAIKU0AB06");
    assertThat(scans.of(DESK))
        .extracting(SeenScan::tail)
        .hasSize(RecentScans.KEPT)
        .startsWith("B06")
        .endsWith("B02");
  }

  @Test
  void aScannerThatNobodyUsedHasNone() {
    assertThat(scans.of(DESK)).isEqualTo(List.of());
  }
}
