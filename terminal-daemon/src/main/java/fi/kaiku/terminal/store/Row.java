package fi.kaiku.terminal.store;

import fi.kaiku.terminal.admission.AdmissionId;
import fi.kaiku.terminal.card.TicketNumber;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** The current row of a result, read by column number from 1, in the types of our schema. */
record Row(ResultSet result) {
  String text(int column) throws SQLException {
    return result.getString(column);
  }

  int number(int column) throws SQLException {
    return result.getInt(column);
  }

  long key(int column) throws SQLException {
    return result.getLong(column);
  }

  boolean isTrue(int column) throws SQLException {
    return result.getInt(column) != 0;
  }

  byte[] bytes(int column) throws SQLException {
    return result.getBytes(column);
  }

  Instant instant(int column) throws SQLException {
    return Instant.ofEpochMilli(result.getLong(column));
  }

  LocalDate day(int column) throws SQLException {
    return LocalDate.ofEpochDay(result.getLong(column));
  }

  UUID uuid(int column) throws SQLException {
    ByteBuffer bytes = ByteBuffer.wrap(result.getBytes(column));
    return new UUID(bytes.getLong(), bytes.getLong());
  }

  AdmissionId admission(int column) throws SQLException {
    return new AdmissionId(uuid(column));
  }

  /** From a column with the number and the next one with the kind. */
  TicketTable.Ticket ticket(int column) throws SQLException {
    return new TicketTable.Ticket(
        new TicketNumber(text(column)), constant(column + 1, TicketKind.class));
  }

  <E extends Enum<E>> E constant(int column, Class<E> type) throws SQLException {
    return Enum.valueOf(type, result.getString(column));
  }
}
