package fi.kaiku.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresServer.class)
class RegistryOnPostgresTest extends RegistryContract {
  private final PostgresServer.Running server;

  RegistryOnPostgresTest(PostgresServer.Running server) {
    this.server = server;
  }

  @Override
  HubRig open() {
    return new HubRig(folder.resolve("hub"), server.newDatabase());
  }

  @Test
  void whatOneHubImportsTheOtherOnTheSameDatabaseTells() throws Exception {
    String list = "card_id,kind,issued_on,valid_until,state,children\n";
    String card = "AB12CD34EF,personal,2026-01-01,2026-12-31,active,3\n";
    String url = server.newDatabase();
    Path keys = Files.createDirectories(folder.resolve("two")).resolve("hub.keys");
    try (HubRig one = new HubRig(folder.resolve("one"), url)) {
      Files.copy(folder.resolve("one/hub.keys"), keys);
      try (HubRig two = new HubRig(folder.resolve("two"), url)) {
        Till till = two.newTill(HubRig.VENUE);
        DownloadedSnapshot snapshots =
            new DownloadedSnapshot(till, till.enrol(two.newCode(HubRig.VENUE)).json());
        one.admin("POST", "/v1/cards/import", list + card);
        while (till.get("/v1/registry/snapshot").status() == 404) {
          LockSupport.parkNanos(20_000_000);
        }
        DownloadedSnapshot.Content first = snapshots.fetch(folder);
        assertThat(first.rows()).containsOnlyKeys(snapshots.hash("AB12CD34EF"));
        CompletableFuture<Till.Reply> waiting =
            CompletableFuture.supplyAsync(
                () -> till.get("/v1/registry/changes?wait=30&after=" + first.position()));
        one.admin("POST", "/v1/cards/import", list + card.replace("AB12", "XY98") + card);
        assertThat(waiting.get(15, TimeUnit.SECONDS).json().path("changes").size()).isEqualTo(1);
      }
    }
  }
}
