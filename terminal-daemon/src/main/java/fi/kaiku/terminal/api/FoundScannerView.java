package fi.kaiku.terminal.api;

import fi.kaiku.device.scanner.ScannerSearch;
import java.util.List;
import java.util.Optional;

/** Schema {@code FoundScanner}: the scanner that the test sheet was read with, if any was. */
record FoundScannerView(
    boolean found, String device, List<String> words, List<String> configuration) {
  static FoundScannerView of(Optional<ScannerSearch.Found> search) {
    return search
        .map(
            scanner ->
                new FoundScannerView(
                    true,
                    scanner.device().words(),
                    scanner.settings().words(),
                    scanner.configuration()))
        .orElseGet(() -> new FoundScannerView(false, null, List.of(), List.of()));
  }
}
