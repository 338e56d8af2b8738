package fi.kaiku.terminal.api;

import fi.kaiku.device.printer.ReceiptPrinter;
import fi.kaiku.device.scanner.Scanner;
import fi.kaiku.terminal.admission.AdmissionDesk;
import fi.kaiku.terminal.agent.AgentReports;
import fi.kaiku.terminal.clock.TerminalClock;
import fi.kaiku.terminal.registry.CardRegistry;
import fi.kaiku.terminal.selftest.SelfTest;
import fi.kaiku.terminal.sync.HubLink;
import java.util.List;
import java.util.Optional;

/**
 * Everything that the API serves.
 *
 * @param run names this run of the daemon in the ids of the feeds
 * @param scanners all of them, for the technician; likewise {@code printers}
 */
public record ApiParts(
    TerminalIdentity identity,
    String run,
    List<ApiStation> stations,
    SharedFacts facts,
    AdmissionDesk admissions,
    TerminalClock clock,
    CardRegistry registry,
    List<Scanner> scanners,
    List<ReceiptPrinter> printers,
    VirtualDevices virtual,
    SelfTest selfTest,
    AgentReports agentReports,
    Optional<HubLink> hub) {
  public ApiParts {
    stations = List.copyOf(stations);
    scanners = List.copyOf(scanners);
    printers = List.copyOf(printers);
  }
}
