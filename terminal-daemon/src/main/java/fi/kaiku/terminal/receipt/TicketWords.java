package fi.kaiku.terminal.receipt;

import fi.kaiku.terminal.event.EventKind;
import fi.kaiku.terminal.event.LocalisedText;
import fi.kaiku.terminal.store.TicketKind;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * The words on a ticket in one language. R30: the words of any ticket of any venue; assistants and
 * interpreters have the same, so that nobody at the door learns whose ears or eyes they are.
 */
@SuppressWarnings("ImmutableEnumChecker") // its records hold strings only
public enum TicketWords {
  FI(
      Locale.of("fi", "FI"),
      "cccc d.M.uuuu",
      "'klo' H.mm",
      new Admits("Pääsylippu", "Kurssipaikka", "Kausikortti"),
      new Guests("lapsi", "avustaja"),
      new Labels("Voimassa", "Palvelumaksu", "KOPIO")),
  SV(
      Locale.of("sv", "FI"),
      "cccc d.M.uuuu",
      "'kl.' H.mm",
      new Admits("Inträdesbiljett", "Kursplats", "Säsongskort"),
      new Guests("barn", "assistent"),
      new Labels("Gäller", "Serviceavgift", "KOPIA")),
  EN(
      Locale.UK,
      "cccc d.M.uuuu",
      "H:mm",
      new Admits("Admission ticket", "Course place", "Season pass"),
      new Guests("child", "assistant"),
      new Labels("Valid", "Service fee", "COPY"));

  private static final String DAY = "d.M.uuuu";

  private final DateTimeFormatter weekday;
  private final DateTimeFormatter day;
  private final DateTimeFormatter time;
  private final Admits admits;
  private final Guests guests;
  private final Labels labels;

  private record Admits(String performance, String course, String pass) {}

  private record Guests(String child, String assistant) {}

  private record Labels(String valid, String fee, String copy) {}

  TicketWords(
      Locale locale, String weekday, String time, Admits admits, Guests guests, Labels labels) {
    this.weekday = DateTimeFormatter.ofPattern(weekday, locale);
    this.day = DateTimeFormatter.ofPattern(DAY, locale);
    this.time = DateTimeFormatter.ofPattern(time, locale);
    this.admits = admits;
    this.guests = guests;
    this.labels = labels;
  }

  /**
   * By the language's code in {@code ui.languages}.
   *
   * @throws IllegalArgumentException for a language that tickets are not printed in
   */
  public static TicketWords of(String language) {
    return valueOf(language.toUpperCase(Locale.ROOT));
  }

  String title(LocalisedText title) {
    return switch (this) {
      case FI -> title.fi();
      case SV -> title.sv();
      case EN -> title.en();
    };
  }

  /** What the ticket is good for, and for whom. */
  String admits(EventKind event, TicketKind guest) {
    String what =
        switch (event) {
          case PERFORMANCE, OPEN -> admits.performance();
          case COURSE -> admits.course();
          case PASS -> admits.pass();
        };
    return switch (guest) {
      case ADULT -> what;
      case CHILD -> what + ", " + guests.child();
      case ASSISTANT, INTERPRETER -> what + ", " + guests.assistant();
    };
  }

  /** Such as {@code tiistai 24.11.2026}. */
  String weekday(LocalDate date) {
    return weekday.format(date);
  }

  /** Such as {@code klo 19.00}. */
  String time(LocalTime at) {
    return time.format(at);
  }

  /** Such as {@code 24.11.2026}. */
  String day(LocalDate date) {
    return day.format(date);
  }

  /** Stands over the day or days that a ticket is good for. */
  String valid() {
    return labels.valid();
  }

  String fee() {
    return labels.fee();
  }

  String copy() {
    return labels.copy();
  }

  /** Such as {@code 2,50 €}; English takes a point. */
  String euros(int cents) {
    String comma = this == EN ? "." : ",";
    return "%d%s%02d €".formatted(cents / 100, comma, cents % 100);
  }
}
