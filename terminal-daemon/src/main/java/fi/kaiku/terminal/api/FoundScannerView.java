package fi.kaiku.terminal.api;

import fi.kaiku.device.discovery.UsbDevice;
import fi.kaiku.device.scanner.ProbeFinding;
import fi.kaiku.device.scanner.ScannerSearch;
import java.util.List;
import java.util.Optional;

/** Schema {@code FoundScanner}: the scanner that the test sheet was read with, if any was. */
record FoundScannerView(
    boolean found,
    String device,
    List<String> words,
    List<ProbeFinding.Fact> facts,
    List<String> configuration) {
  static FoundScannerView of(Optional<ScannerSearch.Found> search) {
    return search
        .map(
            scanner ->
                new FoundScannerView(
                    true,
                    named(scanner.device()),
                    scanner.settings().words(),
                    scanner.settings().facts(),
                    scanner.configuration()))
        .orElseGet(() -> new FoundScannerView(false, null, List.of(), List.of(), List.of()));
  }

  private static String named(UsbDevice device) {
    return "%s (%s, %s)"
        .formatted(
            (device.maker() + " " + device.name()).strip(),
            device.address().text(),
            device.place());
  }
}
