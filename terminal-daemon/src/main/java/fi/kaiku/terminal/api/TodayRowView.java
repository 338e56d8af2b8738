package fi.kaiku.terminal.api;

import fi.kaiku.terminal.store.Mark;
import fi.kaiku.terminal.store.UseRow;

/** Schema {@code TodayRow}. */
record TodayRowView(
    String admissionId,
    String visitId,
    String at,
    String station,
    String tail,
    String cardKind,
    String eventId,
    LocalisedTextView eventTitle,
    int adults,
    int children,
    int assistants,
    String state,
    String print,
    boolean unverified) {
  static TodayRowView of(UseRow use) {
    return new TodayRowView(
        use.id().toString(),
        use.visit().toString(),
        WireTime.of(use.at()),
        use.station().value(),
        use.tail(),
        WireWord.of(use.cardKind()),
        use.event().value(),
        LocalisedTextView.of(use.eventTitle()),
        use.adults(),
        use.children(),
        use.assistants(),
        WireWord.of(use.standing()),
        WireWord.of(use.paper()),
        use.marks().contains(Mark.UNVERIFIED));
  }
}
