package fi.kaiku.hub.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fi.kaiku.hub.fleet.Terminal;
import fi.kaiku.hub.fleet.Terminals;
import fi.kaiku.hub.use.EntryText;
import fi.kaiku.hub.use.OtherUse;
import fi.kaiku.hub.use.Taken;
import fi.kaiku.hub.use.UseFeed;
import fi.kaiku.hub.use.UseLedger;
import fi.kaiku.hub.wire.Fields;
import fi.kaiku.hub.wire.MalformedException;
import io.helidon.http.Method;
import io.helidon.webserver.http.ServerRequest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;

/** What an enrolled terminal asks and tells; each call is signed. */
final class TerminalRoutes {
  /** Proxies give up an idle request after a minute, some after half of one. */
  static final int WAIT_MAX_SECONDS = 30;

  /** Heartbeats count things of one terminal. */
  private static final int COUNT_MAX = 10_000_000;

  private static final Pattern VERSION = Pattern.compile("[A-Za-z0-9._+-]{1,40}");

  private final SignatureCheck signatures;
  private final Terminals terminals;
  private final UseLedger ledger;
  private final UseFeed feed;
  private final InstantSource clock;

  private record ResultsView(List<ResultView> results) {}

  private record ResultView(String id, String result, String reason, String detail) {}

  private record UsesView(List<OtherUseView> uses, long next) {}

  private record OtherUseView(
      String type,
      String admission,
      String event,
      String venue,
      String terminal,
      String at,
      CardView card,
      Integer adults,
      Integer children,
      Boolean voided) {}

  private record CardView(int key, String hash) {}

  private record TimeView(String time) {}

  TerminalRoutes(
      SignatureCheck signatures,
      Terminals terminals,
      UseLedger ledger,
      UseFeed feed,
      InstantSource clock) {
    this.signatures = signatures;
    this.terminals = terminals;
    this.ledger = ledger;
    this.feed = feed;
    this.clock = clock;
  }

  void add(Routes routes) {
    routes
        .add(Method.POST, "/v1/admissions", this::admissions)
        .add(Method.GET, "/v1/uses", this::uses)
        .add(Method.POST, "/v1/heartbeats", this::heartbeat);
  }

  private Reply admissions(ServerRequest request) {
    byte[] body = Routes.body(request);
    Terminal terminal = signatures.terminal(request, body);
    List<EntryText> items = Fields.of(body).items("entries", UseLedger.BATCH_MAX, EntryText::read);
    List<ResultView> results = new ArrayList<>();
    List<Taken> taken = ledger.take(terminal.id(), items);
    for (int i = 0; i < items.size(); i++) {
      results.add(view(items.get(i), taken.get(i)));
    }
    return Reply.json(new ResultsView(results));
  }

  private static ResultView view(EntryText item, Taken taken) {
    String id = item.id().map(UUID::toString).orElse(null);
    return switch (taken) {
      case Taken.Recorded() -> new ResultView(id, "recorded", null, null);
      case Taken.AlreadyKnown() -> new ResultView(id, "already-known", null, null);
      case Taken.Conflict() -> new ResultView(id, "conflict", null, null);
      case Taken.Rejected(Taken.Reason reason, String detail) ->
          new ResultView(
              id, "rejected", reason.name().toLowerCase(Locale.ROOT).replace('_', '-'), detail);
    };
  }

  private Reply uses(ServerRequest request) throws InterruptedException {
    Terminal terminal = signatures.terminal(request, Routes.body(request));
    long after = number(request, "after", Long.MAX_VALUE);
    long wait = number(request, "wait", WAIT_MAX_SECONDS);
    if (!feed.hasCome(after)) {
      throw new ProblemException(
          ProblemType.CURSOR_UNKNOWN, "after: expected a cursor of this hub");
    }
    UseFeed.Page page = feed.after(terminal, after, Duration.ofSeconds(wait));
    return Reply.json(
        new UsesView(page.uses().stream().map(TerminalRoutes::view).toList(), page.next()));
  }

  static long number(ServerRequest request, String name, long max) {
    String text = request.query().first(name).orElse("0");
    if (text.matches("\\d{1,18}") && Long.parseLong(text) <= max) {
      return Long.parseLong(text);
    }
    throw new MalformedException(name + ": expected a whole number from 0 to " + max);
  }

  private static OtherUseView view(OtherUse other) {
    return switch (other) {
      case OtherUse.Use use ->
          new OtherUseView(
              "use",
              use.admission().toString(),
              use.event(),
              use.venue(),
              use.terminal().toString(),
              use.at().toString(),
              new CardView(use.cardKey(), use.cardHash()),
              use.adults(),
              use.children(),
              use.standing() == OtherUse.Standing.VOIDED);
      case OtherUse.Taken taken ->
          new OtherUseView(
              "void",
              taken.admission().toString(),
              null,
              null,
              null,
              taken.at().toString(),
              null,
              null,
              null,
              null);
    };
  }

  /** Only what is asked for here is kept. */
  private Reply heartbeat(ServerRequest request) {
    byte[] body = Routes.body(request);
    Terminal terminal = signatures.terminal(request, body);
    Fields fields = Fields.of(body);
    ObjectNode kept = JsonNodeFactory.instance.objectNode();
    kept.put("version", fields.text("version", VERSION));
    kept.put("unsent", fields.count("unsent", COUNT_MAX));
    kept.put("deadLetters", fields.count("deadLetters", COUNT_MAX));
    terminals.heard(terminal.id(), kept.toString());
    return Reply.json(new TimeView(clock.instant().toString()));
  }
}
