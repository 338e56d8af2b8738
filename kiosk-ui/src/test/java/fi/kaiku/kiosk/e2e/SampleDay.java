package fi.kaiku.kiosk.e2e;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** Cards of every kind and a day's events, as the terminal's own CSV files. */
final class SampleDay {
  static final String GOOD = "GOOD12345A";
  static final String FAMILY = "FAMILY4567";
  static final String EXPIRED = "EXPIRED89B";
  static final String ENDED = "ENDED1234C";
  static final String WITHDRAWN = "WITHDRAW5D";
  static final String NOT_YET = "LATER6789E";
  static final String COMMUNITY = "COMMUNI12F";
  static final String CLIENT = "CLIENT345G";
  static final String UNKNOWN = "UNKNOWN67H";

  static final String CONCERT = "konsertti";
  static final String COURSE = "kurssi";

  private static final ZoneId HELSINKI = ZoneId.of("Europe/Helsinki");
  private static final Duration AHEAD = Duration.ofHours(2);
  private static final LocalTime LAST = LocalTime.of(23, 59);

  private SampleDay() {}

  static String cards() {
    LocalDate today = LocalDate.now(HELSINKI);
    return """
    card_id,kind,issued_on,valid_until,state,children
    %s,personal,%s,%s,active,0
    %s,personal,%s,%s,active,3
    %s,personal,%s,%s,active,0
    %s,personal,%s,%s,ended,0
    %s,personal,%s,%s,withdrawn,0
    %s,personal,%s,%s,active,0
    %s,community,%s,%s,active,0
    %s,personal,%s,%s,active,0
    """
        .formatted(
            GOOD,
            today.minusDays(90),
            today.plusDays(200),
            FAMILY,
            today.minusDays(90),
            today.plusDays(200),
            EXPIRED,
            today.minusDays(400),
            today.minusDays(10),
            ENDED,
            today.minusDays(90),
            today.plusDays(200),
            WITHDRAWN,
            today.minusDays(90),
            today.plusDays(200),
            NOT_YET,
            today.plusDays(5),
            today.plusDays(300),
            COMMUNITY,
            today.minusDays(90),
            today.plusDays(200),
            CLIENT,
            today.minusDays(90),
            today.plusDays(200));
  }

  /**
   * Later today, also in the last hours of a day: tomorrow's events stand on a page of their own.
   */
  private static LocalDateTime soon() {
    LocalDateTime now = LocalDateTime.now(HELSINKI);
    LocalDateTime ahead = now.plus(AHEAD).truncatedTo(ChronoUnit.MINUTES);
    LocalDateTime last = now.toLocalDate().atTime(LAST);
    return ahead.isBefore(last) ? ahead : last;
  }

  /** Two of today without a fee, one with; for a kiosk. */
  static String kioskEvents() {
    LocalDateTime soon = soon();
    LocalDate today = LocalDate.now(HELSINKI);
    return """
    event_id,title_fi,title_sv,title_en,kind,starts_at,ends_at,quota,organiser,service_fee
    tanssi,Tanssin tilat,Dansens rum,Rooms of dance,performance,%1$s,%2$s,40,house,
    valo,Järven valo,Sjöns ljus,Lake light,open,%3$sT00:00,%4$sT23:59,,house,
    %5$s,Kesäyön konsertti,Sommarnattens konsert,Summer night concert,performance,%1$s,%2$s,40,house,2.50
    """
        .formatted(soon, soon.plusHours(2), today, today.plusDays(1), CONCERT);
  }

  static String events() {
    LocalDateTime soon = soon();
    return """
    event_id,title_fi,title_sv,title_en,kind,starts_at,ends_at,quota,organiser,service_fee
    %s,Kesäyön konsertti,Sommarnattens konsert,Summer night concert,performance,%s,%s,40,house,2.50
    %s,Öljyväri tutuksi,Oljefärg för nybörjare,Oil painting for beginners,course,%s,%s,8,house,
    """
        .formatted(CONCERT, soon, soon.plusHours(2), COURSE, soon.plusDays(3), soon.plusDays(60));
  }
}
