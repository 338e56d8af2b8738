package fi.kaiku.device.printer;

import java.time.Duration;

/**
 * How long the driver of a printer waits for what. Tests shorten them.
 *
 * @param answer for the answer to a real-time question, which a printer gives at once; the rest is
 *     for slow serial lines and radio bridges
 * @param poll between two questions about the state while nothing is printed
 * @param recovery for a printer to work off what it holds and answer again
 * @param settle for answers to questions that an earlier connection asked
 * @param confirm for the answer that a ticket is printed: slow impact printers need about 10 s
 * @param held the same while the printer says that it waits for a person (paper, cover)
 * @param write one attempt to write 1 kB: 1.1 s at 9600 baud, and some more
 */
record PrinterTiming(
    Duration answer,
    Duration poll,
    Duration recovery,
    Duration settle,
    Duration confirm,
    Duration held,
    Duration write) {

  static PrinterTiming standard() {
    return new PrinterTiming(
        Duration.ofSeconds(1),
        Duration.ofSeconds(1),
        Duration.ofSeconds(3),
        Duration.ofMillis(300),
        Duration.ofSeconds(15),
        Duration.ofMinutes(10),
        Duration.ofSeconds(3));
  }
}
