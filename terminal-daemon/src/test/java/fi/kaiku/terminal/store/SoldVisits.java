package fi.kaiku.terminal.store;

import fi.kaiku.terminal.admission.AdmissionId;
import fi.kaiku.terminal.admission.StationName;
import fi.kaiku.terminal.admission.VisitId;
import fi.kaiku.terminal.card.CardHash;
import fi.kaiku.terminal.card.EntryWay;
import fi.kaiku.terminal.clock.ClockReading;
import fi.kaiku.terminal.event.Event;
import fi.kaiku.terminal.event.EventId;
import fi.kaiku.terminal.event.EventKind;
import fi.kaiku.terminal.event.LocalisedText;
import fi.kaiku.terminal.event.Quota;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** Writes uses and voids that can be sent: of a venue and terminal that a hub may know. */
public final class SoldVisits {
  private static final Instant NOW = Instant.parse("2026-11-23T16:42:00Z");
  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

  private final Journal journal;
  private final OutboxPayload.Origin origin;
  private final Function<UUID, byte[]> seal;

  /**
   * Of one terminal.
   *
   * @param seal what stands for the card of a use
   */
  public SoldVisits(Journal journal, String venue, String terminal, Function<UUID, byte[]> seal) {
    this.journal = journal;
    this.origin = new OutboxPayload.Origin(venue, terminal);
    this.seal = seal;
  }

  /** One adult and two children. */
  public AdmissionId sell(String event) {
    AdmissionId id = new AdmissionId(UUID.randomUUID());
    return Recorded.value(
        journal.write(
            tx -> {
              VisitId visit = new VisitId(UUID.randomUUID());
              tx.visits()
                  .add(new VisitTable.IssuedRow(visit, new StationName("desk-1"), NOW, 3, 0));
              tx.admissions().add(admission(id, visit, event));
              tx.outbox()
                  .add(
                      new OutboxPayload.Use(
                          id,
                          new EventId(event),
                          origin,
                          NOW,
                          ClockReading.Source.NTP,
                          1,
                          2,
                          Set.of(Mark.BACK_DATED)));
              return id;
            }));
  }

  /** As the desk does: what was never tried is dropped, else a void follows. */
  public boolean takeBack(AdmissionId id) {
    return Recorded.value(
        journal.write(
            tx -> {
              boolean mustFollow = tx.outbox().drop(id) == OutboxTable.Drop.PERHAPS_SENT;
              if (mustFollow) {
                tx.outbox().add(new OutboxPayload.VoidedUse(UUID.randomUUID(), id, origin, NOW));
              }
              return mustFollow;
            }));
  }

  /** Not recorded upstream after all, as in a journal that was restored from a backup. */
  public void queueAgain(AdmissionId use) {
    Recorded.value(
        journal.write(
            tx -> {
              tx.sql()
                  .change(
                      "INSERT INTO pending_card SELECT seq, ? FROM admission WHERE id = ?",
                      seal.apply(use.value()),
                      use.value());
              tx.sql().change("UPDATE tally SET amount = amount + 1 WHERE name = 'UNSENT'");
              tx.touched().admission(use);
              return tx.sql()
                  .change("UPDATE outbox SET state = 'ATTEMPTED' WHERE id = ?", use.value());
            }));
  }

  private NewAdmission admission(AdmissionId id, VisitId visit, String event) {
    return new NewAdmission(
        id,
        visit,
        new Event(
            new EventId(event),
            new LocalisedText("T", "T", "T"),
            EventKind.PERFORMANCE,
            NOW,
            NOW,
            new Quota.Unlimited(),
            origin.venue(),
            0),
        NOW,
        DAY,
        ClockReading.Source.NTP,
        Set.of(),
        1,
        2,
        new NewAdmission.UsedCard(
            new CardHash(1, 1, 1),
            "7K9",
            UsedCardKind.PERSONAL,
            EntryWay.SCANNED,
            new SealedId(seal.apply(id.value())),
            Instant.parse("2027-01-01T00:00:00Z")));
  }
}
