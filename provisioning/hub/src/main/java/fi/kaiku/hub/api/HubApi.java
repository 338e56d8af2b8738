package fi.kaiku.hub.api;

import fi.kaiku.hub.fleet.Enrolments;
import fi.kaiku.hub.fleet.Terminals;
import fi.kaiku.hub.key.HubKeys;
import fi.kaiku.hub.registry.CardImport;
import fi.kaiku.hub.registry.ChangeLog;
import fi.kaiku.hub.registry.Snapshots;
import fi.kaiku.hub.use.UseFeed;
import fi.kaiku.hub.use.UseLedger;
import fi.kaiku.hub.venue.Catalogue;
import io.helidon.http.Method;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.InstantSource;

/** All that is served, by its parts. */
public record HubApi(
    Catalogue catalogue,
    Enrolments enrolments,
    Terminals terminals,
    UseLedger ledger,
    UseFeed feed,
    CardImport cards,
    Snapshots snapshots,
    ChangeLog changes,
    HubKeys keys,
    InstantSource clock) {
  /** Starts both listeners. */
  public HubServer start(HubServer.Ports ports) {
    return HubServer.start(ports, terminalRoutes(), adminRoutes());
  }

  Routes terminalRoutes() {
    SignatureCheck signatures = new SignatureCheck(terminals, keys, clock);
    Routes routes = new Routes(signatures::signed);
    new EnrolmentRoutes(enrolments, signatures, keys, clock).add(routes);
    new TerminalRoutes(signatures, terminals, ledger, feed, clock).add(routes);
    new RegistryRoutes(signatures, snapshots, changes).add(routes);
    addDocument(routes);
    return routes;
  }

  Routes adminRoutes() {
    Routes routes = new Routes((_, reply) -> reply);
    new AdminRoutes(catalogue, enrolments, terminals, ledger).add(routes);
    new CardImportRoute(cards).add(routes);
    addDocument(routes);
    return routes;
  }

  private static void addDocument(Routes routes) {
    routes
        .add(Method.GET, "/health/live", _ -> Reply.nothing())
        .add(Method.GET, "/openapi.yaml", _ -> Reply.yaml(document()));
  }

  private static byte[] document() {
    try (InputStream in = HubApi.class.getResourceAsStream("openapi.yaml")) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("read openapi.yaml", e);
    }
  }
}
