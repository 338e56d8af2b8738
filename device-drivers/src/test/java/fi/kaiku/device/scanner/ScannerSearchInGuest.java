package fi.kaiku.device.scanner;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kaiku.device.discovery.SysfsScan;
import fi.kaiku.device.lab.Lab;
import fi.kaiku.device.port.PortAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Which of the devices on a real kernel's USB stack is the scanner: it is told by scanning. */
@Timeout(300)
class ScannerSearchInGuest {
  private static final PortAddress.Usb WEDGE =
      (PortAddress.Usb) PortAddress.parse("usb:1209:0004:WDG0001");
  private static final PortAddress.Usb CDC =
      (PortAddress.Usb) PortAddress.parse("usb:1209:0002:CDC0001");

  private Lab lab;

  @BeforeEach
  void plug() throws Exception {
    lab = new Lab();
    lab.plugAfresh("wedge");
    lab.plugAfresh("cdc");
    // The kernel keeps 64 events for a reader, eight characters: an emulated one is often late.
    lab.tell("wedge gap 20");
  }

  @AfterEach
  void leaveLab() throws Exception {
    lab.tell("wedge gap 4");
    lab.close();
  }

  @Test
  void theKeyboardThatReadsTheSheetIsTheScannerAndStaysAKeyboard() throws Exception {
    ScannerSearch.Found found = readWith("wedge type ", "\\n");
    assertThat(found.device().address()).isEqualTo(WEDGE);
    assertThat(found.kind()).isEqualTo(ScannerKind.KEYBOARD);
    assertThat(found.configuration())
        .contains("scanning-keyboards: ['usb:1209:0004:WDG0001']")
        .anyMatch(line -> line.contains("kind: keyboard, suffix: cr"));
    assertThat(KeyboardContract.functions(WEDGE)).allMatch(f -> f.driver().equals("usbhid"));
  }

  @Test
  void aSerialScannerIsFoundByScanningToo() throws Exception {
    ScannerSearch.Found found = readWith("cdc send ", "\\r");
    assertThat(found.device().address()).isEqualTo(CDC);
    assertThat(found.kind()).isEqualTo(ScannerKind.SERIAL);
  }

  @Test
  void withoutScansThereIsNoScanner() throws Exception {
    assertThat(search().search(Duration.ofSeconds(2))).isEmpty();
  }

  /** Reads the sheet again and again: the first time may fall into the start of the search. */
  private ScannerSearch.Found readWith(String command, String end) throws Exception {
    CompletableFuture<Optional<ScannerSearch.Found>> found =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return search().search(Duration.ofMinutes(3));
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CompletionException(e);
              }
            });
    while (!found.isDone()) {
      for (TestCode code : TestCode.values()) {
        lab.tell(command + code.text() + end);
        lab.tell("wait 2000");
      }
    }
    return found.get(1, TimeUnit.MINUTES).orElseThrow();
  }

  private static ScannerSearch search() {
    return new ScannerSearch(new SysfsScan(Path.of("/sys")));
  }
}
