package fi.kaiku.kiosk.bench;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Made-up cards and events, as many as a measurement needs. */
final class SampleVenue {
  static final String EVENT = "concert";

  private SampleVenue() {}

  static String cardId(int number) {
    return "BENCH%05d".formatted(number);
  }

  static String cardsCsv(int cards) {
    return IntStream.range(0, cards)
        .mapToObj(n -> cardId(n) + ",personal,2020-01-01,2099-12-31,active,2\n")
        .collect(Collectors.joining("", "card_id,kind,issued_on,valid_until,state,children\n", ""));
  }

  static String eventsCsv() {
    LocalDate tomorrow = LocalDate.now(ZoneId.of("Europe/Helsinki")).plusDays(1);
    return """
        event_id,title_fi,title_sv,title_en,kind,starts_at,ends_at,quota,organiser,service_fee
        %s,Kesäyön konsertti,Sommarnattskonsert,Summer night concert,performance,%sT19:00,%sT21:00,,house,
        """
        .formatted(EVENT, tomorrow, tomorrow);
  }
}
