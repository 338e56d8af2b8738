package fi.kaiku.terminal.registry;

import fi.kaiku.terminal.card.CardHash;
import java.sql.SQLException;

/** The hub's last snapshot with the changes since. */
final class HubRegistry implements RegistryData {
  private final RegistrySnapshot base;
  private final RegistryChanges changes;

  HubRegistry(RegistrySnapshot base, RegistryChanges changes) {
    this.base = base;
    this.changes = changes;
  }

  /** Its own thread, one at a time; look-ups go on meanwhile. */
  RegistryChanges changes() {
    return changes;
  }

  @Override
  public RegistryMeta meta() {
    RegistryMeta meta = base.meta();
    RegistryChanges.Progress progress = changes.progress();
    return new RegistryMeta(
        meta.keyNumber(),
        meta.keyFingerprint(),
        progress.heardAt(),
        progress.usableUntil(),
        progress.point().cards(),
        new RegistryOrigin.OfHub(progress.point()));
  }

  @Override
  public CardLookup lookup(CardHash hash) throws SQLException {
    if (hash.keyNumber() != base.meta().keyNumber()) {
      return new CardLookup.NotFound();
    }
    return switch (changes.find(hash)) {
      case CardChange.Put(Card card) -> new CardLookup.Found(card);
      case CardChange.Gone _ -> new CardLookup.NotFound();
      case null -> base.lookup(hash);
    };
  }

  @Override
  public void close() throws SQLException {
    try (base) {
      changes.close();
    }
  }
}
