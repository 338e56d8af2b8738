package fi.kaiku.terminal.admission;

import java.util.UUID;

/** One issued ticket. */
public record TicketId(UUID value) {
  public static TicketId parse(String text) {
    return new TicketId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
