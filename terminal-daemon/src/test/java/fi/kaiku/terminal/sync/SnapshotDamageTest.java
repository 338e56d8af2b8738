package fi.kaiku.terminal.sync;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kaiku.terminal.registry.FeedPoint;
import fi.kaiku.terminal.registry.HubSnapshot;
import fi.kaiku.terminal.registry.RegistryOrigin;
import fi.kaiku.terminal.registry.TakeReport;
import fi.kaiku.terminal.registry.TakeReport.Cause;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A snapshot of a real hub, in every way not as the hub made it: the last good registry stays. */
class SnapshotDamageTest {
  /** Two blocks of 64 KiB and a part of a third. */
  private static final int UNIVERSE = 4_000;

  private static final int BLOCK = (1 << 16) + 16;
  private static final int FLIPS = 60;

  @TempDir private Path folder;
  private RealHub hub;
  private SyncedTerminal terminal;
  private final CardList cards = new CardList(UNIVERSE);

  @BeforeEach
  void start() throws Exception {
    hub = new RealHub(folder);
    hub.importCards(cards.putAll().csv());
    terminal = open("t", hub);
    terminal.enrol(hub);
    cards.awaitAt(terminal, "enrolled");
  }

  @AfterEach
  void close() {
    terminal.close();
    hub.close();
  }

  private SyncedTerminal open(String name, RealHub at) throws Exception {
    return new SyncedTerminal(
        Files.createDirectories(folder.resolve(name)), at.url(), Duration.ZERO);
  }

  private TakeReport take(HubSnapshot told, byte[] bytes) throws Exception {
    return terminal.registry().take(told, Files.write(folder.resolve("closed"), bytes));
  }

  private static Map<String, byte[]> damages(byte[] whole) {
    Map<String, byte[]> damages = new LinkedHashMap<>();
    int[] cuts = {0, 1, 16, 4_096, BLOCK - 1, BLOCK, BLOCK + 1, 2 * BLOCK, whole.length - 1};
    for (int cut : cuts) {
      damages.put("cut at " + cut, Arrays.copyOf(whole, cut));
    }
    damages.put("a byte too many", Arrays.copyOf(whole, whole.length + 1));
    damages.put("the first block twice", joined(whole, 0, BLOCK, 0, whole.length));
    damages.put("the first block is missing", Arrays.copyOfRange(whole, BLOCK, whole.length));
    byte[] exchanged = joined(whole, BLOCK, 2 * BLOCK, 0, BLOCK);
    damages.put("blocks exchanged", joined(exchanged, whole, 2 * BLOCK));
    damages.put("zeros", new byte[whole.length]);
    Random random = new Random(Long.getLong("kaiku.seed", 7));
    for (int i = 0; i < FLIPS; i++) {
      byte[] flipped = whole.clone();
      int at = random.nextInt(whole.length);
      flipped[at] ^= (byte) (1 << random.nextInt(8));
      damages.put("a bit flipped in byte " + at, flipped);
    }
    return damages;
  }

  private static byte[] joined(byte[] of, int from, int to, int thenFrom, int thenTo) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.write(of, from, to - from);
    all.write(of, thenFrom, thenTo - thenFrom);
    return all.toByteArray();
  }

  private static byte[] joined(byte[] first, byte[] of, int from) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(first);
    all.write(of, from, of.length - from);
    return all.toByteArray();
  }

  @Test
  void whatIsNotAsTheHubMadeItIsRefusedAndTheLastGoodStays() throws Exception {
    HubSnapshot told = hub.newestSnapshot().snapshot();
    byte[] whole = hub.bytesOf(told);
    assertThat(whole.length).isGreaterThan(2 * BLOCK);
    for (Map.Entry<String, byte[]> damage : damages(whole).entrySet()) {
      TakeReport report = take(told, damage.getValue());
      assertThat(report).as(damage.getKey()).isInstanceOf(TakeReport.Refused.class);
      assertThat(((TakeReport.Refused) report).cause())
          .as(damage.getKey())
          .isEqualTo(Cause.DAMAGED);
      assertThat(((TakeReport.Refused) report).detail()).contains("not what the hub signed");
    }
    assertThat(cards.isAt(terminal)).isTrue();
    assertThat(take(told, whole)).isEqualTo(new TakeReport.Taken(UNIVERSE));
    assertThat(cards.isAt(terminal)).isTrue();
  }

  @Test
  void aSnapshotThatSaysOtherThingsThanTheHubSignedIsRefused() throws Exception {
    HubSnapshot told = hub.newestSnapshot().snapshot();
    byte[] whole = hub.bytesOf(told);
    FeedPoint other =
        new FeedPoint(told.point().position() + 1, told.point().cards(), told.point().checksum());
    TakeReport later =
        take(
            new HubSnapshot(told.digest(), told.bytes(), other, told.keyNumber(), told.salt()),
            whole);
    assertThat(((TakeReport.Refused) later).cause()).isEqualTo(Cause.DAMAGED);
    TakeReport unknown =
        take(new HubSnapshot(told.digest(), told.bytes(), told.point(), 77, told.salt()), whole);
    assertThat(((TakeReport.Refused) unknown).cause()).isEqualTo(Cause.KEY_UNKNOWN);
  }

  /** No roll-back by replay: a card that was withdrawn must stay so. */
  @Test
  void anOlderOneThanWhatIsThereIsRefused() throws Exception {
    HubSnapshot old = hub.newestSnapshot().snapshot();
    byte[] whole = hub.bytesOf(old);
    hub.importCards(cards.remove(5).csv());
    cards.awaitAt(terminal, "changed");
    TakeReport report = take(old, whole);
    assertThat(((TakeReport.Refused) report).cause()).isEqualTo(Cause.OLDER);
    assertThat(((TakeReport.Refused) report).detail()).contains("older");
    assertThat(cards.isAt(terminal)).isTrue();
    assertThat(((RegistryOrigin.OfHub) terminal.registry().origin()).point().position())
        .isGreaterThan(old.point().position());
  }

  @Test
  void whatAnotherHubHasSignedIsNoSnapshotHere() throws Exception {
    try (RealHub other = new RealHub(Files.createDirectories(folder.resolve("other")))) {
      other.importCards(new CardList(UNIVERSE).put(1).csv());
      SnapshotToken others = other.newestSnapshot();
      assertThat(SnapshotToken.of(others.text(), other.key())).isPresent();
      assertThat(SnapshotToken.of(others.text(), hub.key())).isEmpty();
      String own = hub.newestSnapshot().text();
      assertThat(SnapshotToken.of(own.substring(0, own.length() - 4) + "AAAA", hub.key()))
          .isEmpty();
    }
  }
}
