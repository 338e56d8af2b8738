package fi.kaiku.device.fuzz;

import fi.kaiku.device.printer.PrinterFuzz;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A parser of what devices say.
 *
 * @param promise what holds for any bytes; fails when it does not
 * @param good real inputs to begin with, and those that were found
 */
record Parser(String name, Consumer<byte[]> promise, List<byte[]> good) {
  static Stream<Parser> all() {
    return begun().map(Parser::withCorpus);
  }

  private Parser withCorpus() {
    return new Parser(
        name, promise, Stream.concat(good.stream(), Corpus.of(name).stream()).toList());
  }

  private static Stream<Parser> begun() {
    return Stream.of(
        new Parser("printer-status", PrinterFuzz::status, PrinterFuzz.answers()),
        new Parser("ieee-1284-id", PrinterFuzz::ieee1284, PrinterFuzz.ids()),
        new Parser("printer-profiles", PrinterFuzz::profiles, PrinterFuzz.profileFiles()),
        new Parser("scanner-frames", DeviceFuzz::frames, DeviceFuzz.scans()),
        new Parser("hid-report", DeviceFuzz::hidReport, DeviceFuzz.reports()),
        new Parser("usb-descriptors", DeviceFuzz::usbDescriptors, DeviceFuzz.devices()));
  }

  static Parser named(String name) {
    return all().filter(parser -> parser.name().equals(name)).findFirst().orElseThrow();
  }

  @Override
  public String toString() {
    return name;
  }
}
