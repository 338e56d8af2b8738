package fi.kaiku.terminal.registry;

import fi.kaiku.terminal.card.CardHash;
import java.sql.SQLException;

/** A registry, checked and open for look-ups. One caller at a time. */
interface RegistryData extends AutoCloseable {
  /** As it is now: that of a hub's registry moves on. */
  RegistryMeta meta();

  CardLookup lookup(CardHash hash) throws SQLException;

  @Override
  void close() throws SQLException;
}
