package fi.kaiku.hub.api;

import fi.kaiku.hub.registry.CardChange;
import fi.kaiku.hub.registry.ChangeLog;
import fi.kaiku.hub.registry.ChangePage;
import fi.kaiku.hub.registry.Snapshots;
import io.helidon.http.Method;
import io.helidon.webserver.http.ServerRequest;
import java.time.Duration;
import java.util.List;

/** The card registry, as terminals get it: as a file first, then change by change. */
final class RegistryRoutes {
  private final SignatureCheck signatures;
  private final Snapshots snapshots;
  private final ChangeLog log;

  /** Schema {@code Snapshot}. */
  private record SnapshotView(String token) {}

  /** Schema {@code Changes}. */
  private record ChangesView(List<ChangeView> changes, long next, CheckView check) {}

  /** Schema {@code Change}. */
  private record ChangeView(
      String hash,
      String kind,
      String issuedOn,
      String validUntil,
      String state,
      Integer children,
      Boolean gone) {}

  private record CheckView(long cards, String checksum) {}

  RegistryRoutes(SignatureCheck signatures, Snapshots snapshots, ChangeLog log) {
    this.signatures = signatures;
    this.snapshots = snapshots;
    this.log = log;
  }

  void add(Routes routes) {
    routes
        .add(Method.GET, "/v1/registry/snapshot", this::newest)
        .add(Method.GET, "/v1/registry/changes", this::changes)
        .stream(
            Method.GET, "/v1/registry/snapshot/{digest}", new SnapshotDownload(snapshots)::handle);
  }

  private Reply newest(ServerRequest request) {
    signatures.terminal(request, Routes.body(request));
    return snapshots
        .newest()
        .map(newest -> Reply.json(new SnapshotView(newest.token())))
        .orElseThrow(
            () -> new ProblemException(ProblemType.NO_REGISTRY, "no cards were imported yet"));
  }

  private Reply changes(ServerRequest request) throws InterruptedException {
    signatures.terminal(request, Routes.body(request));
    long after = TerminalRoutes.number(request, "after", Long.MAX_VALUE);
    long wait = TerminalRoutes.number(request, "wait", TerminalRoutes.WAIT_MAX_SECONDS);
    return switch (log.after(after, Duration.ofSeconds(wait))) {
      case ChangePage.Changes page -> Reply.json(view(page));
      case ChangePage.MustRefetch _ ->
          throw new ProblemException(ProblemType.MUST_REFETCH, "fetch the snapshot, then go on");
      case ChangePage.CursorUnknown _ ->
          throw new ProblemException(
              ProblemType.CURSOR_UNKNOWN, "after: expected a position of this hub");
    };
  }

  private static ChangesView view(ChangePage.Changes page) {
    return new ChangesView(
        page.changes().stream().map(RegistryRoutes::view).toList(),
        page.next(),
        page.check().map(check -> new CheckView(check.cards(), check.checksum())).orElse(null));
  }

  private static ChangeView view(CardChange change) {
    return switch (change) {
      case CardChange.Put put ->
          new ChangeView(
              put.hash(),
              put.kind(),
              put.issuedOn().toString(),
              put.validUntil().toString(),
              put.state(),
              put.children(),
              null);
      case CardChange.Gone(String hash) -> new ChangeView(hash, null, null, null, null, null, true);
    };
  }
}
