package fi.kaiku.hub;

import fi.kaiku.hub.api.HubApi;
import fi.kaiku.hub.api.HubServer;
import fi.kaiku.hub.fleet.Enrolments;
import fi.kaiku.hub.fleet.Terminals;
import fi.kaiku.hub.key.HubKeys;
import fi.kaiku.hub.key.KeyFile;
import fi.kaiku.hub.registry.CardImport;
import fi.kaiku.hub.registry.ChangeLog;
import fi.kaiku.hub.registry.SnapshotBuilder;
import fi.kaiku.hub.registry.Snapshots;
import fi.kaiku.hub.store.Database;
import fi.kaiku.hub.store.FeedWatch;
import fi.kaiku.hub.use.UseFeed;
import fi.kaiku.hub.use.UseLedger;
import fi.kaiku.hub.venue.Catalogue;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;

/**
 * The hub's wiring diagram: database, keys, what is kept, what is served; closed in reverse. It
 * holds nothing in memory that is not in the database, so any number of hubs may run on one.
 */
public final class Hub implements AutoCloseable {
  private final Database database;
  private final List<Runnable> threadEnds;
  private final HubServer server;

  private Hub(Database database, List<Runnable> threadEnds, HubServer server) {
    this.database = database;
    this.threadEnds = threadEnds;
    this.server = server;
  }

  /**
   * Starts all of it; nothing stays open when that fails.
   *
   * @throws IOException when the keys can't be read, or are not those of the database
   */
  public static Hub start(HubSettings settings, InstantSource clock) throws IOException {
    settings.makeFolder();
    SecureRandom random = new SecureRandom();
    HubKeys keys = KeyFile.readOrMake(settings.keys(), random);
    Database database = settings.openDatabase();
    try {
      settings.demandKeysOf(database, keys);
      FeedWatch watch = new FeedWatch(database, "entries");
      FeedWatch cardWatch = new FeedWatch(database, "cards");
      HubApi api =
          new HubApi(
              new Catalogue(database),
              new Enrolments(database, keys, clock, random),
              new Terminals(database, clock),
              new UseLedger(database, keys, clock, watch),
              new UseFeed(database, watch, clock),
              new CardImport(database, keys, clock, cardWatch, settings.staging()),
              new Snapshots(database),
              new ChangeLog(database, cardWatch),
              keys,
              clock);
      HubServer server = api.start(settings.ports());
      watch.start();
      cardWatch.start();
      SnapshotBuilder builder =
          new SnapshotBuilder(database, keys, clock, cardWatch, settings.data());
      builder.start();
      return new Hub(database, List.of(builder::close, watch::close, cardWatch::close), server);
    } catch (IOException | RuntimeException e) {
      database.close();
      throw e;
    }
  }

  public int port() {
    return server.port();
  }

  public int adminPort() {
    return server.adminPort();
  }

  @Override
  public void close() {
    server.close();
    threadEnds.forEach(Runnable::run);
    database.close();
  }
}
