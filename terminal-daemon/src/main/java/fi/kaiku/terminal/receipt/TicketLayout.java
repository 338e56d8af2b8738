package fi.kaiku.terminal.receipt;

import fi.kaiku.device.printer.Receipt;
import fi.kaiku.device.printer.ReceiptLine;
import fi.kaiku.device.printer.ReceiptLine.Align;
import fi.kaiku.device.printer.ReceiptLine.Size;
import fi.kaiku.device.printer.ReceiptLine.Weight;
import fi.kaiku.terminal.admission.AdmissionRules;
import fi.kaiku.terminal.event.LocalisedText;
import fi.kaiku.terminal.store.Edition;
import fi.kaiku.terminal.store.PrintableTicket;
import fi.kaiku.terminal.store.SoldEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * What stands on a ticket (R30): venue, event, time, what it is good for, a fee where there is one
 * (R23), its number as text and as a QR code. Nothing of the card, no scheme, no price of zero.
 * Pure.
 */
public final class TicketLayout {
  private final LocalisedText venue;
  private final List<TicketWords> languages;

  /**
   * Tickets of one venue.
   *
   * @param languages the first is the ticket's; the event's title stands in the second too
   */
  public TicketLayout(LocalisedText venue, List<TicketWords> languages) {
    if (languages.isEmpty()) {
      throw new IllegalArgumentException("a ticket needs at least one language");
    }
    this.venue = venue;
    this.languages = List.copyOf(languages);
  }

  public Receipt receipt(PrintableTicket ticket) {
    TicketWords words = languages.getFirst();
    List<ReceiptLine> lines = new ArrayList<>();
    lines.add(
        new ReceiptLine.Pair(
            printable(words.title(venue)),
            ticket.edition() == Edition.COPY ? words.copy() : "",
            Weight.BOLD));
    lines.add(new ReceiptLine.Rule());
    addTitles(lines, ticket.event());
    lines.add(new ReceiptLine.Feed(1));
    addWhen(lines, words, ticket);
    lines.add(new ReceiptLine.Feed(1));
    lines.add(plain(words.admits(ticket.event().kind(), ticket.ticket().kind())));
    addFee(lines, words, ticket.event());
    lines.add(new ReceiptLine.Feed(1));
    lines.add(new ReceiptLine.QrCode(ticket.ticket().number().printed()));
    lines.add(text(ticket.ticket().number().printed(), Size.NORMAL, Weight.REGULAR, Align.CENTRE));
    lines.add(new ReceiptLine.Feed(1));
    return new Receipt(lines);
  }

  /** The title in the ticket's language, large; in the venue's second one, small. */
  private void addTitles(List<ReceiptLine> lines, SoldEvent event) {
    String first = languages.getFirst().title(event.title());
    lines.add(text(first, Size.LARGE, Weight.BOLD, Align.LEFT));
    languages.stream()
        .skip(1)
        .limit(1)
        .map(second -> second.title(event.title()))
        .filter(second -> !second.equals(first))
        .forEach(second -> lines.add(plain(second)));
  }

  /** What people look for at the door, large: the hour, or the day that it is good for. */
  private static void addWhen(List<ReceiptLine> lines, TicketWords words, PrintableTicket ticket) {
    LocalDateTime start = local(ticket.event().startsAt());
    switch (ticket.event().kind()) {
      case PERFORMANCE, COURSE -> {
        lines.add(text(words.weekday(start.toLocalDate()), Size.NORMAL, Weight.BOLD, Align.LEFT));
        lines.add(text(words.time(start.toLocalTime()), Size.LARGE, Weight.BOLD, Align.LEFT));
      }
      case OPEN -> {
        lines.add(plain(words.valid()));
        lines.add(text(words.day(ticket.day()), Size.LARGE, Weight.BOLD, Align.LEFT));
      }
      case PASS -> {
        lines.add(plain(words.valid()));
        LocalDate last = local(ticket.event().endsAt()).toLocalDate();
        String days = words.day(start.toLocalDate()) + " - " + words.day(last);
        lines.add(text(days, Size.TALL, Weight.BOLD, Align.LEFT));
      }
    }
  }

  private static void addFee(List<ReceiptLine> lines, TicketWords words, SoldEvent event) {
    if (event.serviceFeeCents() > 0) {
      lines.add(
          new ReceiptLine.Pair(words.fee(), words.euros(event.serviceFeeCents()), Weight.REGULAR));
    }
  }

  private static LocalDateTime local(Instant instant) {
    return LocalDateTime.ofInstant(instant, AdmissionRules.CALENDAR);
  }

  private static ReceiptLine plain(String text) {
    return text(text, Size.NORMAL, Weight.REGULAR, Align.LEFT);
  }

  private static ReceiptLine text(String text, Size size, Weight weight, Align align) {
    return new ReceiptLine.Text(printable(text), size, weight, align);
  }

  /** A title from a spreadsheet may hold a tab; paper may not. */
  private static String printable(String text) {
    return text.replaceAll("\\p{Cntrl}+", " ").strip();
  }
}
