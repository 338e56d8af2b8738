package fi.kaiku.terminal.store;

import fi.kaiku.device.DeviceName;
import fi.kaiku.terminal.admission.AdmissionId;
import fi.kaiku.terminal.admission.PrintJobId;
import fi.kaiku.terminal.admission.StationName;
import fi.kaiku.terminal.admission.VisitId;
import fi.kaiku.terminal.card.CardHash;
import fi.kaiku.terminal.card.EntryWay;
import fi.kaiku.terminal.card.TicketNumber;
import fi.kaiku.terminal.clock.ClockReading;
import fi.kaiku.terminal.event.Event;
import fi.kaiku.terminal.event.EventId;
import fi.kaiku.terminal.event.EventKind;
import fi.kaiku.terminal.event.LocalisedText;
import fi.kaiku.terminal.event.Quota;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/** Writes visits of one adult and one child, with an assistant, as the tests of the store need. */
public final class StoredVisits {
  public static final Instant NOW = Instant.parse("2026-11-23T16:42:00Z");
  static final LocalDate DAY = LocalDate.of(2026, 11, 23);
  public static final StationName STATION = new StationName("desk-1");
  public static final DeviceName PRINTER = new DeviceName("tickets");
  static final OutboxPayload.Origin ORIGIN = new OutboxPayload.Origin("kulttuuritalo", "till-1");

  private final Random random = new Random(20_261_123);

  static Event event() {
    return new Event(
        new EventId("konsertti"),
        new LocalisedText("Iltakonsertti", "Kvällskonsert", "Evening concert"),
        EventKind.PERFORMANCE,
        Instant.parse("2026-11-23T17:00:00Z"),
        Instant.parse("2026-11-23T19:00:00Z"),
        new Quota.Limited(20),
        "kulttuuritalo",
        0);
  }

  static CardHash card(int number) {
    return new CardHash(1, 0x1122334455667788L, number);
  }

  TicketNumber ticketNumber() {
    return TicketNumber.random(random);
  }

  UUID uuid() {
    return new UUID(random.nextLong(), random.nextLong());
  }

  AdmissionId issue(JournalTransaction tx, int card) {
    return issue(tx, card, DAY);
  }

  private AdmissionId issue(JournalTransaction tx, int card, LocalDate day) {
    VisitId visit = new VisitId(uuid());
    AdmissionId id = new AdmissionId(uuid());
    tx.visits().add(new VisitTable.IssuedRow(visit, STATION, NOW, 3, 0));
    tx.admissions().add(admission(id, visit, card, day));
    tx.counters().add(event().id(), day, new People(1, 1, 1, 0));
    tx.outbox().add(payload(id));
    for (TicketKind kind : List.of(TicketKind.ADULT, TicketKind.CHILD, TicketKind.ASSISTANT)) {
      TicketTable.Ticket ticket = new TicketTable.Ticket(ticketNumber(), kind);
      (kind.isRecorded() ? tx.tickets() : tx.assistantTickets()).add(id, ticket, NOW);
      tx.printJobs().queue(job(id, ticket), NOW);
    }
    return id;
  }

  private NewAdmission admission(AdmissionId id, VisitId visit, int card, LocalDate day) {
    return new NewAdmission(
        id,
        visit,
        event(),
        NOW,
        day,
        ClockReading.Source.NTP,
        Set.of(),
        1,
        1,
        new NewAdmission.UsedCard(
            card(card),
            "7K9",
            UsedCardKind.PERSONAL,
            EntryWay.SCANNED,
            new SealedId(sealed(card)),
            Instant.parse("2026-12-07T19:00:00Z")));
  }

  static byte[] sealed(int card) {
    return "sealed-id-of-card-%05d-and-some-tag"
        .formatted(card)
        .getBytes(StandardCharsets.US_ASCII);
  }

  static OutboxPayload.Use payload(AdmissionId id) {
    return new OutboxPayload.Use(
        id, event().id(), ORIGIN, NOW, ClockReading.Source.NTP, 1, 1, Set.of());
  }

  PrintJobRow job(AdmissionId id, TicketTable.Ticket ticket) {
    return new PrintJobRow(
        new PrintJobId(uuid()), id, ticket, STATION, PRINTER, Edition.ORIGINAL, PrintState.QUEUED);
  }

  public AdmissionId issueOne(Journal journal) {
    return Recorded.value(journal.write(tx -> issue(tx, 1)));
  }

  public AdmissionId issueOn(Journal journal, LocalDate day) {
    return Recorded.value(journal.write(tx -> issue(tx, 1, day)));
  }

  /** As the desk does, for what concerns the printer. */
  public void voidOne(Journal journal, AdmissionId id) {
    Recorded.value(
        journal.write(
            tx -> {
              tx.voids()
                  .add(new VoidTable.VoidRow(uuid(), id, uuid(), VoidTable.Reason.VOID, NOW, 0, 0));
              return tx.printJobs().cancelOpen(id, NOW, "voided");
            }));
  }

  /** Issues to cards 1 to {@code count}, each in a transaction of its own. */
  public void issueTo(Journal journal, int count) {
    for (int card = 1; card <= count; card++) {
      int next = card;
      Recorded.value(journal.write(tx -> issue(tx, next)));
    }
  }
}
