package fi.kaiku.terminal.api;

import fi.kaiku.terminal.store.People;
import fi.kaiku.terminal.store.UseRow;
import java.time.LocalDate;
import java.util.List;

/** Schema {@code Today}. */
record TodayView(String day, Totals totals, List<TodayRowView> rows) {
  /** What stands of today; assistants are counted here and sent nowhere (R18). */
  record Totals(int tickets, int adults, int children, int assistants) {
    static Totals of(People people) {
      return new Totals(
          people.tickets(),
          people.adults(),
          people.children(),
          people.assistants() + people.interpreters());
    }
  }

  static TodayView of(LocalDate day, People people, List<UseRow> uses) {
    return new TodayView(
        day.toString(), Totals.of(people), uses.stream().map(TodayRowView::of).toList());
  }
}
