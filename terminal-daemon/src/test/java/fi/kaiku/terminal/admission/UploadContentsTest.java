package fi.kaiku.terminal.admission;

import static fi.kaiku.terminal.admission.DeskBench.DESK_1;
import static fi.kaiku.terminal.admission.DeskBench.concert;
import static fi.kaiku.terminal.admission.DeskBench.issued;
import static org.assertj.core.api.Assertions.assertThat;

import fi.kaiku.terminal.card.EntryWay;
import fi.kaiku.terminal.store.JournalAudit;
import fi.kaiku.terminal.store.OutboxPayload;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** R22: what is sent of a use, to the letter; nothing more, and nothing of assistants (R18). */
class UploadContentsTest {
  @TempDir Path folder;

  @Test
  void aUseSaysThisAndNothingMore() throws Exception {
    try (DeskBench bench = new DeskBench(folder)) {
      bench.registryIsStale();
      PresentedCard scanned = bench.unknown("KK00000009");
      PresentedCard typed = new PresentedCard(scanned.id(), scanned.hash(), EntryWay.TYPED);
      Choices choices =
          new Choices(Map.of(typed.hash(), 2), 0, 1, 0, EnumSet.of(Question.UNVERIFIED_CARD));
      IssueOrder order = bench.order(DESK_1, concert(), List.of(typed), choices);
      IssuedVisit visit = issued(bench.desk().issue(order));
      assertThat(visit.tickets()).isEqualTo(4);

      String use = visit.admissions().getFirst().toString();
      assertThat(payloads())
          .containsExactly(
              """
              {"type":"use","id":"%1$s","card":"pending:%1$s","event":"konsertti",\
              "venue":"kulttuuritalo","terminal":"till-1","at":"2026-11-23T16:42:00Z",\
              "timeSource":"ntp","adults":1,"children":2,"marks":["unverified","typed"]}"""
                  .formatted(use));
    }
  }

  @Test
  void aScannedCardThatTheRegistryKnowsHasNoMark() throws Exception {
    try (DeskBench bench = new DeskBench(folder)) {
      bench.issue(concert(), bench.personal("KK00000001", 0));
      assertThat(payloads())
          .singleElement()
          .asString()
          .endsWith("\"adults\":1,\"children\":0,\"marks\":[]}");
    }
  }

  @Test
  void aVoidNamesTheUseAndNothingOfIt() {
    OutboxPayload taken =
        new OutboxPayload.VoidedUse(
            UUID.fromString("0192f0c1-0000-7000-8000-000000000001"),
            new AdmissionId(UUID.fromString("0192f0c1-0000-7000-8000-000000000002")),
            new OutboxPayload.Origin("kulttuuritalo", "till-1"),
            DeskBench.START);
    assertThat(taken.json())
        .isEqualTo(
            """
            {"type":"void","id":"0192f0c1-0000-7000-8000-000000000001",\
            "admission":"0192f0c1-0000-7000-8000-000000000002","venue":"kulttuuritalo",\
            "terminal":"till-1","at":"2026-11-23T16:42:00Z"}""");
  }

  private List<String> payloads() throws Exception {
    try (JournalAudit audit = new JournalAudit(folder.resolve("journal.db"))) {
      return List.copyOf(audit.payloads());
    }
  }
}
