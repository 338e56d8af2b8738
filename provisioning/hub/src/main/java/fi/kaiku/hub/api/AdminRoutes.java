package fi.kaiku.hub.api;

import com.fasterxml.jackson.annotation.JsonRawValue;
import fi.kaiku.hub.fleet.Enrolments;
import fi.kaiku.hub.fleet.Terminals;
import fi.kaiku.hub.use.ConflictRow;
import fi.kaiku.hub.use.UseLedger;
import fi.kaiku.hub.venue.Catalogue;
import fi.kaiku.hub.venue.Event;
import fi.kaiku.hub.venue.Venue;
import fi.kaiku.hub.wire.Fields;
import fi.kaiku.hub.wire.MalformedException;
import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.webserver.http.ServerRequest;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * What the keeper of the registry does. There is no login: the listener is on the loopback address
 * only, and a page in a browser can't reach it, as each call must name a local host and no origin.
 */
final class AdminRoutes {
  /** Conflicts in one answer, the last ones. */
  private static final int CONFLICTS_MAX = 1_000;

  /** An event's agents. */
  private static final int SELLERS_MAX = 500;

  private static final Set<String> LOCAL = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
  private static final Pattern TITLE = Pattern.compile("\\P{Cc}{1,120}");

  private final Catalogue catalogue;
  private final Enrolments enrolments;
  private final Terminals terminals;
  private final UseLedger ledger;

  private record CodeView(String code, String expiresAt) {}

  private record TerminalsView(List<TerminalView> terminals) {}

  private record TerminalView(
      String id,
      String venue,
      String standing,
      String enrolledAt,
      String seenAt,
      @JsonRawValue String heartbeat) {}

  private record ConflictsView(List<ConflictView> conflicts) {}

  private record ConflictView(String entry, String sentBy, String receivedAt, String content) {}

  AdminRoutes(Catalogue catalogue, Enrolments enrolments, Terminals terminals, UseLedger ledger) {
    this.catalogue = catalogue;
    this.enrolments = enrolments;
    this.terminals = terminals;
    this.ledger = ledger;
  }

  void add(Routes routes) {
    add(routes, Method.PUT, "/v1/venues/{venue}", this::putVenue);
    add(routes, Method.POST, "/v1/venues/{venue}/enrolment-codes", this::newCode);
    add(routes, Method.PUT, "/v1/events/{event}", this::putEvent);
    add(routes, Method.GET, "/v1/terminals", _ -> terminals());
    add(routes, Method.POST, "/v1/terminals/{terminal}/revocation", this::revoke);
    add(routes, Method.GET, "/v1/conflicts", _ -> conflicts());
  }

  private static void add(Routes routes, Method method, String path, Routes.Endpoint endpoint) {
    routes.add(
        method,
        path,
        request -> {
          checkLocal(request);
          return endpoint.answer(request);
        });
  }

  static void checkLocal(ServerRequest request) {
    String host = request.headers().value(HeaderNames.HOST).orElse("");
    if (!LOCAL.contains(host.replaceFirst(":\\d+$", ""))
        || request.headers().contains(HeaderNames.ORIGIN)) {
      throw new ProblemException(ProblemType.NOT_LOCAL, "expected Host localhost and no Origin");
    }
  }

  private Reply putVenue(ServerRequest request) {
    Fields fields = Fields.of(Routes.body(request));
    catalogue.put(checked(() -> new Venue(named(request, "venue"), fields.text("name", TITLE))));
    return Reply.nothing();
  }

  private Reply putEvent(ServerRequest request) {
    Fields fields = Fields.of(Routes.body(request));
    Event event =
        checked(
            () ->
                new Event(
                    named(request, "event"),
                    fields.text("organiser", ID),
                    fields.text("title", TITLE),
                    fields.instant("startsAt"),
                    fields.instant("endsAt"),
                    new TreeSet<>(fields.words("sellers", SELLERS_MAX, ID))));
    Set<String> unknown = catalogue.put(event);
    if (!unknown.isEmpty()) {
      throw new ProblemException(
          ProblemType.NO_SUCH_VENUE, String.join(", ", new TreeSet<>(unknown)));
    }
    return Reply.nothing();
  }

  private Reply newCode(ServerRequest request) {
    String venue = named(request, "venue");
    if (!catalogue.hasVenue(venue)) {
      throw new ProblemException(ProblemType.NO_SUCH_VENUE, "nothing was changed");
    }
    Enrolments.NewCode code = enrolments.newCode(venue);
    return Reply.json(new CodeView(code.code().spoken(), code.expiresAt().toString()));
  }

  private Reply terminals() {
    return Reply.json(
        new TerminalsView(
            terminals.all().stream()
                .map(
                    seen ->
                        new TerminalView(
                            seen.terminal().id().toString(),
                            seen.terminal().venue(),
                            seen.terminal().standing().name().toLowerCase(Locale.ROOT),
                            seen.enrolledAt().toString(),
                            seen.seenAt().toString(),
                            seen.heartbeat()))
                .toList()));
  }

  private Reply revoke(ServerRequest request) {
    if (!terminals.revoke(uuid(named(request, "terminal")))) {
      throw new ProblemException(ProblemType.NO_SUCH_TERMINAL, "nothing was changed");
    }
    return Reply.nothing();
  }

  private Reply conflicts() {
    return Reply.json(
        new ConflictsView(
            ledger.conflicts(CONFLICTS_MAX).stream().map(AdminRoutes::view).toList()));
  }

  private static ConflictView view(ConflictRow row) {
    return new ConflictView(
        row.entry().toString(),
        row.sentBy().toString(),
        row.receivedAt().toString(),
        row.content());
  }

  private static String named(ServerRequest request, String part) {
    return request.path().pathParameters().get(part);
  }

  private static UUID uuid(String text) {
    return checked(() -> UUID.fromString(text));
  }

  /** Values that check themselves say in their own words what is wrong. */
  private static <T> T checked(Supplier<T> value) {
    try {
      return value.get();
    } catch (IllegalArgumentException e) {
      throw new MalformedException(e.getMessage());
    }
  }
}
