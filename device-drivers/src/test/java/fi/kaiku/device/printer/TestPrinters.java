package fi.kaiku.device.printer;

import fi.kaiku.device.DeviceName;
import fi.kaiku.device.port.PortOpener;
import fi.kaiku.device.printer.PrinterProfile.Abilities;
import fi.kaiku.device.printer.PrinterProfile.Confirmation;
import fi.kaiku.device.printer.PrinterProfile.StatusWay;
import java.time.Duration;
import java.time.InstantSource;

/** Printers as tests need them: the shipped driver, with shorter waits. */
final class TestPrinters {

  /**
   * For what a test waits for; only a broken program needs so long, or a guest whose clock runs
   * four times too fast, as it does when its host was busy while it booted.
   */
  static final Duration LIMIT = Duration.ofSeconds(60);

  private TestPrinters() {}

  /** Waits that are only ever waited out when nothing comes. */
  static PrinterTiming quick() {
    return new PrinterTiming(
        Duration.ofMillis(400),
        Duration.ofMillis(50),
        Duration.ofMillis(300),
        Duration.ofMillis(5),
        Duration.ofSeconds(1),
        Duration.ofSeconds(30),
        Duration.ofMillis(100));
  }

  static PrinterProfile profile(StatusWay status, Confirmation confirmation) {
    PrinterProfile generic = PrinterProfile.named("generic-80mm");
    return new PrinterProfile(
        "test",
        generic.paper(),
        generic.textPage(),
        generic.mechanics(),
        new Abilities(status, confirmation, generic.abilities().qr()),
        generic.marks());
  }

  static EscPosPrinter driver(PortOpener opener, PrinterProfile profile) {
    return new EscPosPrinter(
        new DeviceName("tickets"), opener, profile, InstantSource.system(), quick());
  }

  /** The same for emulated hardware, which takes its time. */
  static EscPosPrinter slowDriver(PortOpener opener, PrinterProfile profile) {
    PrinterTiming timing =
        new PrinterTiming(
            Duration.ofSeconds(2),
            Duration.ofMillis(200),
            Duration.ofSeconds(3),
            Duration.ofMillis(100),
            Duration.ofSeconds(8),
            Duration.ofSeconds(60),
            Duration.ofSeconds(2));
    return new EscPosPrinter(
        new DeviceName("tickets"), opener, profile, InstantSource.system(), timing);
  }
}
