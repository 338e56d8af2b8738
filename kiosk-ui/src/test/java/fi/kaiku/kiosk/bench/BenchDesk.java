package fi.kaiku.kiosk.bench;

import fi.kaiku.device.DeviceName;
import fi.kaiku.terminal.admission.AdmissionDesk;
import fi.kaiku.terminal.admission.AdmissionRules;
import fi.kaiku.terminal.admission.AdmissionSite;
import fi.kaiku.terminal.admission.AdmissionSources;
import fi.kaiku.terminal.admission.Choices;
import fi.kaiku.terminal.admission.IssueOrder;
import fi.kaiku.terminal.admission.IssueOutcome;
import fi.kaiku.terminal.admission.Policy;
import fi.kaiku.terminal.admission.PresentedCard;
import fi.kaiku.terminal.admission.StationKind;
import fi.kaiku.terminal.admission.StationName;
import fi.kaiku.terminal.admission.Verdict;
import fi.kaiku.terminal.admission.VisitId;
import fi.kaiku.terminal.admission.VisitInquiry;
import fi.kaiku.terminal.card.CardHash;
import fi.kaiku.terminal.card.CardHasher;
import fi.kaiku.terminal.card.CardId;
import fi.kaiku.terminal.card.EntryWay;
import fi.kaiku.terminal.card.KeyFolder;
import fi.kaiku.terminal.clock.ClockReading;
import fi.kaiku.terminal.event.Event;
import fi.kaiku.terminal.event.EventId;
import fi.kaiku.terminal.event.EventKind;
import fi.kaiku.terminal.event.LocalisedText;
import fi.kaiku.terminal.event.Quota;
import fi.kaiku.terminal.registry.BadRow;
import fi.kaiku.terminal.registry.CardRegistry;
import fi.kaiku.terminal.registry.Force;
import fi.kaiku.terminal.registry.ImportProgress;
import fi.kaiku.terminal.registry.ImportReport;
import fi.kaiku.terminal.registry.RegistrySettings;
import fi.kaiku.terminal.store.Journal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The deciding and recording half of the daemon on its real files, without devices or sockets. */
final class BenchDesk implements AutoCloseable {
  static final int CARDS = 100_000;
  static final StationName STATION = new StationName("desk-1");
  static final DeviceName PRINTER = new DeviceName("tickets");
  private static final Policy POLICY = new Policy("house", List.of(), false);

  private final Path folder;
  private final Journal journal;
  private final CardRegistry registry;
  private final CardHasher hasher;
  private final AdmissionDesk desk;
  private final Event event;

  BenchDesk(Path folder) throws IOException {
    this.folder = folder;
    KeyFolder keys = KeyFolder.open(folder.resolve("keys"), new SecureRandom());
    this.hasher = new CardHasher(keys.nationalKey());
    this.registry =
        CardRegistry.open(registryFile(), hasher, RegistrySettings.DEFAULT, BenchDesk::clock);
    byte[] csv = SampleVenue.cardsCsv(CARDS).getBytes(StandardCharsets.UTF_8);
    ImportReport report =
        registry.importCsv(new ByteArrayInputStream(csv), Force.NO, new Unwatched());
    if (!(report instanceof ImportReport.Imported)) {
      throw new IOException("import: " + report);
    }
    this.journal = Journal.open(folder, Instant::now);
    this.desk =
        new AdmissionDesk(
            journal,
            new AdmissionSources(
                BenchDesk::clock,
                hasher::hashes,
                registry::lookup,
                registry::age,
                keys.vault(Map.of()),
                UUID::randomUUID,
                new SecureRandom()),
            new AdmissionSite("house", "till-1", Map.of(STATION, PRINTER), Duration.ofSeconds(30)));
    this.event =
        new Event(
            new EventId(SampleVenue.EVENT),
            new LocalisedText("Kesäyön konsertti", "Sommarnattskonsert", "Summer night concert"),
            EventKind.PERFORMANCE,
            Instant.now().plus(Duration.ofHours(2)),
            Instant.now().plus(Duration.ofHours(4)),
            new Quota.Unlimited(),
            "house",
            0);
  }

  private static ClockReading clock() {
    return new ClockReading.Trusted(Instant.now(), ClockReading.Source.SYSTEM);
  }

  Path registryFile() {
    return folder.resolve("registry.db");
  }

  Path journalFile() {
    return folder.resolve("journal.db");
  }

  Journal journal() {
    return journal;
  }

  CardRegistry registry() {
    return registry;
  }

  CardHash hash(int card) {
    return hasher.hash(new CardId(SampleVenue.cardId(card)));
  }

  /** What a scan shows, ready to be issued. */
  IssueOrder order(int card) {
    CardId id = new CardId(SampleVenue.cardId(card));
    List<PresentedCard> cards = List.of(new PresentedCard(id, hasher.hash(id), EntryWay.SCANNED));
    Verdict verdict =
        AdmissionRules.judge(
            desk.facts(
                new VisitInquiry(
                    StationKind.DESK, cards, Choices.NONE, POLICY, Optional.of(event))));
    if (!(verdict instanceof Verdict.Ready ready)) {
      throw new IllegalStateException(verdict.toString());
    }
    return new IssueOrder(
        STATION,
        StationKind.DESK,
        new VisitId(UUID.randomUUID()),
        event,
        cards,
        Choices.NONE,
        POLICY,
        ready.offer());
  }

  /** One press of Issue: judged again inside the transaction, durable when this returns. */
  void issue(IssueOrder order) {
    if (!(desk.issue(order) instanceof IssueOutcome.Issued)) {
      throw new IllegalStateException("not issued");
    }
  }

  private static final class Unwatched implements ImportProgress {
    @Override
    public void reading(long rows) {}

    @Override
    public void badRow(BadRow row) {}
  }

  @Override
  public void close() {
    journal.close();
    registry.close();
  }
}
