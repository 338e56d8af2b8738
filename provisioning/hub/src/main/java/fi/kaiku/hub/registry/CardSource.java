package fi.kaiku.hub.registry;

import java.sql.SQLException;

/** Cards in the order of their hashes. */
interface CardSource {
  /** Null after the last one. */
  CardRow next() throws SQLException;
}
