package fi.kaiku.terminal.api;

import fi.kaiku.terminal.store.JournalException;
import fi.kaiku.terminal.sync.HubLink;
import fi.kaiku.terminal.sync.RegistryCheck;
import io.helidon.webserver.http.ServerRequest;
import java.util.Optional;
import java.util.function.LongSupplier;

/** The technician's view of the hub: enrolment, what could not be sent, what was refused. */
final class HubRoutes {
  /** Of the dead letters, the oldest; their number is told besides. */
  private static final int SHOWN_MAX = 100;

  private final Optional<HubLink> hub;
  private final SharedFacts facts;
  private final LongSupplier cards;

  /**
   * For the link, where there is one.
   *
   * @param cards of the registry in use
   */
  HubRoutes(Optional<HubLink> hub, SharedFacts facts, LongSupplier cards) {
    this.hub = hub;
    this.facts = facts;
    this.cards = cards;
  }

  void add(SocketRoutes routes) {
    routes
        .get("/v1/hub", _ -> Answer.json(view()))
        .post("/v1/hub/enrolment", this::enrol)
        .post("/v1/hub/dead-letters/send-again", _ -> sendAgain())
        .post("/v1/registry/check", _ -> checkRegistry());
  }

  private HubView view() {
    return facts
        .journal()
        .read(
            journal ->
                new HubView(
                    WireWord.of(facts.hub().get()),
                    journal.outbox().unsent(),
                    journal.outbox().deadLetters(),
                    journal.outbox().refused(SHOWN_MAX).stream().map(DeadLetterView::of).toList()));
  }

  private Answer enrol(ServerRequest request) {
    HubLink link = link();
    String code =
        request
            .query()
            .first("code")
            .orElseThrow(
                () -> new ProblemException(ProblemType.BAD_REQUEST, "query 'code': expected one"));
    try {
      return Answer.json(EnrolmentView.of(link.enrol(code)));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ProblemException(ProblemType.BUSY, "the terminal is stopping");
    }
  }

  private Answer sendAgain() {
    try {
      return Answer.json(new SentAgainView(link().sendAgain()));
    } catch (JournalException e) {
      throw new ProblemException(ProblemType.NOT_RECORDED, "the journal takes no writes");
    }
  }

  private Answer checkRegistry() {
    HubLink link = link();
    try {
      RegistryCheck found = link.checkRegistry();
      RegistryView age = RegistryView.of(facts.registryAge().apply(facts.clock().get().now()));
      return Answer.json(
          RegistryCheckView.of(found, cards.getAsLong(), age, link.registryTrouble()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ProblemException(ProblemType.BUSY, "the terminal is stopping");
    }
  }

  private HubLink link() {
    return hub.orElseThrow(
        () -> new ProblemException(ProblemType.NO_SUCH_PATH, "terminal.yaml has no key hub.url"));
  }

  /** Schema {@code SentAgain}. */
  record SentAgainView(int entries) {}
}
