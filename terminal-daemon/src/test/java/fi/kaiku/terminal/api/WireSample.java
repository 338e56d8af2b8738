package fi.kaiku.terminal.api;

import fi.kaiku.device.DeviceHealth;
import fi.kaiku.device.HealthCode;
import fi.kaiku.device.printer.PrintOutcome;
import fi.kaiku.device.printer.PrinterStatus;
import fi.kaiku.device.printer.ReceiptPrinter.PrinterState;
import fi.kaiku.device.scanner.ProbeFinding;
import fi.kaiku.terminal.admission.AdmissionId;
import fi.kaiku.terminal.admission.DeskState;
import fi.kaiku.terminal.admission.IssuedVisit;
import fi.kaiku.terminal.admission.Notice;
import fi.kaiku.terminal.admission.PrintJobId;
import fi.kaiku.terminal.admission.Question;
import fi.kaiku.terminal.admission.StationKind;
import fi.kaiku.terminal.admission.StationName;
import fi.kaiku.terminal.admission.VisitId;
import fi.kaiku.terminal.card.CardReading;
import fi.kaiku.terminal.card.TicketNumber;
import fi.kaiku.terminal.clock.ClockReading;
import fi.kaiku.terminal.event.EventFileState;
import fi.kaiku.terminal.registry.CardState;
import fi.kaiku.terminal.registry.RegistryAge;
import fi.kaiku.terminal.selftest.DeviceSheet;
import fi.kaiku.terminal.selftest.SeenScan;
import fi.kaiku.terminal.store.AdmissionTable;
import fi.kaiku.terminal.store.JournalState;
import fi.kaiku.terminal.store.People;
import fi.kaiku.terminal.store.PrintQuestion;
import fi.kaiku.terminal.store.PrintState;
import fi.kaiku.terminal.store.UseRow;
import fi.kaiku.terminal.store.UsedCardKind;
import fi.kaiku.terminal.sync.RegistryCheck;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/** One sample of the wire: a value of a schema, as a view writes it. */
record WireSample(String file, String schema, Object view) {
  private static HubView hub() {
    return new HubView(
        "unreachable",
        17,
        1,
        List.of(
            new DeadLetterView(
                "0192f0c1-1111-7000-8000-000000000007",
                "use",
                "concert",
                "2026-11-23T18:42:00+02:00",
                "unknown-event: event: not in the catalogue")));
  }

  private static final String SCAN = "0192f0c1-2222-7000-8000-000000000002";
  private static final TicketNumber TICKET = TicketNumber.random(new Random(1));
  private static final IssuedVisit ISSUED =
      new IssuedVisit(
          VisitId.parse("0192f0c1-1111-7000-8000-000000000009"),
          List.of(
              AdmissionId.parse("0192f0c1-aaaa-7000-8000-000000000002"),
              AdmissionId.parse("0192f0c1-aaaa-7000-8000-000000000003")),
          4,
          1,
          SampleVisits.NOW);
  private static final TakeBacks.TakeBack TAKE_BACK =
      new TakeBacks.TakeBack(ISSUED.visit().value(), 1, SampleVisits.NOW);
  private static final DeskState.LastIssue LAST_ISSUE =
      new DeskState.LastIssue(ISSUED, SampleVisits.NOW.plusSeconds(30));

  static List<WireSample> all() {
    return List.of(
        new WireSample("station-idle.json", "Station", idle()),
        new WireSample("station-visit.json", "Station", withVisit(children())),
        new WireSample("station-after-issue.json", "Station", afterIssue()),
        new WireSample("station-troubled.json", "Station", troubled()),
        new WireSample("visit-children.json", "Visit", children()),
        new WireSample("visit-community.json", "Visit", community()),
        new WireSample("visit-used.json", "Visit", used(StationKind.DESK)),
        new WireSample("visit-used-at-kiosk.json", "Visit", used(StationKind.KIOSK)),
        new WireSample("visit-withdrawn.json", "Visit", withdrawn()),
        new WireSample("visit-unverified.json", "Visit", unverified()),
        new WireSample("visit-card.json", "VisitCard", children().cards().getFirst()),
        new WireSample("prior-use.json", "PriorUse", used(StationKind.DESK).uses().getFirst()),
        new WireSample("notice-not-a-card.json", "Notice", notACard()),
        new WireSample("last-issue.json", "LastIssue", LastIssueView.of(LAST_ISSUE)),
        new WireSample("print-question.json", "PrintQuestion", printQuestion()),
        new WireSample("staff-call.json", "StaffCall", call()),
        new WireSample("take-back.json", "TakeBack", TakeBackView.of(TAKE_BACK)),
        new WireSample("screen.json", "Screen", terminal().stations().getFirst().screen()),
        new WireSample("status.json", "Status", status()),
        new WireSample("device-status.json", "DeviceStatus", outOfPaper()),
        new WireSample("issued.json", "Issued", IssuedView.of(LAST_ISSUE)),
        new WireSample("event.json", "Event", event()),
        new WireSample("localised-text.json", "LocalisedText", event().title()),
        new WireSample("terminal.json", "Terminal", terminal()),
        new WireSample("today.json", "Today", today()),
        new WireSample("today-row.json", "TodayRow", today().rows().getFirst()),
        new WireSample("devices.json", "Devices", devices()),
        new WireSample("device.json", "Device", devices().printers().getFirst()),
        new WireSample(
            "seen-scan.json", "SeenScan", devices().scanners().getFirst().lastScans().get(1)),
        new WireSample(
            "test-print.json",
            "TestPrint",
            TestPrintView.of(new PrintOutcome.NotStarted(HealthCode.PRINTER_PAPER_OUT))),
        new WireSample(
            "found-scanner.json",
            "FoundScanner",
            new FoundScannerView(
                true,
                "Zebra DS2208 (usb:05e0:1200:S1234, 1-2)",
                List.of("It ends each code with CR."),
                List.of(new ProbeFinding.Fact("suffix", "cr")),
                List.of(
                    "scanning-keyboards: ['usb:05e0:1200:S1234']",
                    "scanners: [{name: desk-1, port: 'usb:05e0:1200:S1234', kind: keyboard, suffix:"
                        + " cr}]"))),
        new WireSample("hub.json", "Hub", hub()),
        new WireSample("hub-state.json", "HubState", "unreachable"),
        new WireSample("dead-letter.json", "DeadLetter", hub().oldest().getFirst()),
        new WireSample("enrolment.json", "Enrolment", new EnrolmentView("enrolled", "house", null)),
        new WireSample(
            "registry-check.json",
            "RegistryCheck",
            RegistryCheckView.of(
                new RegistryCheck.UpToDate(3),
                120_000,
                new RegistryView("fresh", "2026-11-23T18:42:00+02:00"),
                "")),
        new WireSample("sent-again.json", "SentAgain", new HubRoutes.SentAgainView(2)),
        new WireSample("virtual-printer.json", "VirtualPrinter", virtualPrinter()),
        new WireSample("problem.json", "Problem", problem()));
  }

  @Override
  public String toString() {
    return file;
  }

  private static EventView event() {
    return EventView.of(
        SampleVisits.CONCERT, OptionalInt.of(12), "espoo-kulttuuritalo", SampleVisits.NOW);
  }

  private static VisitView children() {
    return new SampleVisits(StationKind.DESK)
        .personal("KAIKU0AB12", CardState.ACTIVE, 3)
        .choosing(Map.of(SampleVisits.hash("KAIKU0AB12"), 2), 0, Set.of())
        .view();
  }

  private static VisitView community() {
    return new SampleVisits(StationKind.DESK)
        .community("YHTEISO001")
        .personal("KAIKU0AB12", CardState.ACTIVE, 0)
        .personal("KAIKU0ENDD", CardState.ENDED, 0)
        .choosing(Map.of(), 2, Set.of())
        .view();
  }

  private static VisitView used(StationKind station) {
    return new SampleVisits(station).used("KAIKU0AB12").view();
  }

  private static VisitView withdrawn() {
    return new SampleVisits(StationKind.DESK).personal("KAIKU0POIS", CardState.WITHDRAWN, 0).view();
  }

  private static VisitView unverified() {
    return new SampleVisits(StationKind.DESK)
        .typedUnknown("KAIKUOAB12", "KAIKU0AB12")
        .staleRegistry()
        .choosing(Map.of(), 0, Set.of(Question.UNVERIFIED_CARD))
        .view();
  }

  private static NoticeView notACard() {
    return NoticeView.of(
        new Notice.NotACard(
            UUID.fromString(SCAN), CardReading.Kind.WEB_ADDRESS, 41, SampleVisits.NOW));
  }

  private static StaffCallView call() {
    return new StaffCallView(
        "0192f0c1-4444-7000-8000-000000000001",
        "lobby",
        "EXPIRED",
        WireTime.of(SampleVisits.NOW),
        false);
  }

  private static PrintQuestionView printQuestion() {
    return PrintQuestionView.of(
        new PrintQuestion(
            PrintJobId.parse("0192f0c1-3333-7000-8000-000000000001"),
            TICKET,
            PrintState.UNKNOWN,
            SampleVisits.CONCERT.title(),
            SampleVisits.NOW));
  }

  private static DeviceStatusView outOfPaper() {
    return DeviceStatusView.ofPrinter(
        new PrinterState(
            new DeviceHealth.Troubled(
                HealthCode.PRINTER_PAPER_OUT, "DLE EOT 4: paper end", SampleVisits.NOW),
            new PrinterStatus.Reported(
                Set.of(PrinterStatus.Condition.PAPER_OUT, PrinterStatus.Condition.OFFLINE))));
  }

  private static StatusView status() {
    return status(
        DeviceStatusView.ofPrinter(
            new PrinterState(
                new DeviceHealth.Working(SampleVisits.NOW), new PrinterStatus.NotKnown())),
        new RegistryAge.Fresh(SampleVisits.NOW.minus(Duration.ofHours(3))),
        new ClockReading.Trusted(SampleVisits.NOW, ClockReading.Source.NTP),
        JournalState.OK);
  }

  private static StatusView status(
      DeviceStatusView printer, RegistryAge registry, ClockReading clock, JournalState journal) {
    return new StatusView(
        DeviceStatusView.ofScanner(new DeviceHealth.Working(SampleVisits.NOW)),
        printer,
        2,
        RegistryView.of(registry),
        EventListView.of(
            registry instanceof RegistryAge.Missing
                ? new EventFileState.LastGood("the file is missing", SampleVisits.NOW)
                : new EventFileState.InUse(12, List.of(), SampleVisits.NOW)),
        new StatusView.UsesView(17, 2, "unreachable"),
        ClockView.of(clock),
        StatusView.JournalView.of(journal));
  }

  private static StationView idle() {
    return station(null, null, null, List.of(), status());
  }

  private static StationView withVisit(VisitView visit) {
    return station(visit, null, null, List.of(), status());
  }

  private static StationView afterIssue() {
    return station(null, notACard(), LastIssueView.of(LAST_ISSUE), List.of(), status());
  }

  private static StationView troubled() {
    StatusView status =
        status(
            outOfPaper(),
            new RegistryAge.Missing(),
            new ClockReading.Untrusted(SampleVisits.NOW, ClockReading.Doubt.NOT_SYNCHRONISED),
            JournalState.FULL);
    return station(null, null, null, List.of(printQuestion()), status);
  }

  private static StationView station(
      VisitView visit,
      NoticeView notice,
      LastIssueView lastIssue,
      List<PrintQuestionView> questions,
      StatusView status) {
    return new StationView(
        "desk-1",
        "desk",
        WireTime.of(SampleVisits.NOW),
        new StationView.PolicyView(18, 16, 30),
        event(),
        visit,
        notice,
        lastIssue,
        questions,
        List.of(call()),
        List.of(TakeBackView.of(TAKE_BACK)),
        status);
  }

  private static ProblemView problem() {
    return ProblemView.of(
        ProblemType.BAD_REQUEST, "field 'revision': expected a whole number, got a text");
  }

  private static TerminalView terminal() {
    return new TerminalView(
        new TerminalView.VenueView(
            "espoo-kulttuuritalo",
            new LocalisedTextView("Kulttuuritalo", "Kulturhuset", "Culture house")),
        List.of(
            new TerminalView.StationPlanView(
                "desk-1", "desk", "desk-1", null, new ScreenView(new BigDecimal("4.03"), 740))),
        List.of("fi", "sv", "en"),
        true,
        "1.0.0");
  }

  private static TodayView today() {
    UseRow use =
        new UseRow(
            SampleVisits.EARLIER,
            ISSUED.visit(),
            SampleVisits.NOW,
            SampleVisits.today(),
            new StationName("desk-1"),
            "B12",
            UsedCardKind.PERSONAL,
            SampleVisits.CONCERT.id(),
            SampleVisits.CONCERT.title(),
            1,
            2,
            1,
            AdmissionTable.Standing.STANDS,
            UseRow.Paper.PRINTED,
            Set.of());
    return TodayView.of(SampleVisits.today(), new People(8, 5, 1, 1), List.of(use));
  }

  private static DevicesView devices() {
    return new DevicesView(
        List.of(
            DevicesView.DeviceView.of(
                "desk-1",
                DeviceStatusView.ofScanner(new DeviceHealth.Working(SampleVisits.NOW)),
                new DeviceHealth.Working(SampleVisits.NOW),
                new DeviceSheet(
                    "usb:05e0:1300:S1234",
                    "Zebra DS2208 (usb:05e0:1300:S1234)",
                    List.of(
                        new DeviceSheet.Ability("known-by", "serial-number"),
                        new DeviceSheet.Ability("kind", "hid-pos"))),
                List.of(
                    new SeenScan(SampleVisits.NOW, "card", 10, "B12"),
                    new SeenScan(SampleVisits.NOW, "web-address", 41, "")))),
        List.of(
            DevicesView.DeviceView.of(
                "tickets",
                outOfPaper(),
                new DeviceHealth.Troubled(
                    HealthCode.PRINTER_PAPER_OUT, "DLE EOT 4: paper end", SampleVisits.NOW),
                new DeviceSheet(
                    "tcp://192.0.2.7:9100",
                    "",
                    List.of(new DeviceSheet.Ability("profile", "generic-80mm"))),
                List.of())));
  }

  private static VirtualPrinterView virtualPrinter() {
    return new VirtualPrinterView(
        List.of("paper-out", "dies-mid-job"),
        List.of(
            new VirtualPrinterView.TicketView(2, WireTime.of(SampleVisits.NOW), false),
            new VirtualPrinterView.TicketView(1, WireTime.of(SampleVisits.NOW), true)));
  }
}
