package fi.kaiku.provisioning;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * The made-up events of the demo, one of each kind. Their times follow the clock, so that there is
 * something to sell at any hour: an event is sold until it ends.
 */
final class DemoEvents {
  static final String VENUE = "kulttuuritalo";

  /** When concerts begin; later in the evening the demo's began with the hour. */
  private static final LocalTime EVENING = LocalTime.of(19, 0);

  private static final int CONCERT_HOURS = 3;
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm");

  private DemoEvents() {}

  /**
   * The event list, header first.
   *
   * @param now local time in Helsinki
   */
  static String csv(LocalDateTime now) {
    LocalDate today = now.toLocalDate();
    LocalDateTime tonight = today.atTime(EVENING);
    LocalDateTime concert = now.isBefore(tonight) ? tonight : now.truncatedTo(ChronoUnit.HOURS);
    return String.join(
            "\n",
            List.of(
                "event_id,title_fi,title_sv,title_en,kind,starts_at,ends_at,quota,organiser,service_fee",
                row(
                    "concert-" + today,
                    "Jousikvartetin ilta,Stråkkvartettens kväll,An evening of string quartets",
                    "performance",
                    concert,
                    concert.plusHours(CONCERT_HOURS),
                    "12,,"),
                row(
                    "exhibition-light",
                    "Valoa ja varjoa -näyttely,Utställningen Ljus och skugga,Exhibition Light and"
                        + " shadow",
                    "open",
                    today.minusDays(20).atTime(10, 0),
                    today.plusDays(60).atTime(23, 59),
                    ",,"),
                row(
                    "course-" + today,
                    "Keramiikan alkeiskurssi,Grundkurs i keramik,Ceramics for beginners",
                    "course",
                    today.plusDays(7).atTime(17, 30),
                    today.plusDays(63).atTime(20, 0),
                    "8,,"),
                row(
                    "season-" + today.getYear(),
                    "Kamarimusiikin kausikortti,Säsongskort för kammarmusik,Chamber music season"
                        + " pass",
                    "pass",
                    today.minusDays(30).atTime(0, 0),
                    today.plusDays(150).atTime(23, 59),
                    "30,,"),
                row(
                    "theatre-" + today.plusDays(1),
                    "Kesäyön uni (Rantateatteri),En midsommarnattsdröm (Rantateatteri),A Midsummer"
                        + " Night's Dream (Rantateatteri)",
                    "performance",
                    today.plusDays(1).atTime(18, 0),
                    today.plusDays(1).atTime(21, 0),
                    "6,rantateatteri,2.50")))
        + "\n";
  }

  private static String row(
      String id, String titles, String kind, LocalDateTime from, LocalDateTime to, String rest) {
    return String.join(",", id, titles, kind, TIME.format(from), TIME.format(to), rest);
  }
}
