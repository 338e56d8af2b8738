package fi.kaiku.terminal.api;

import fi.kaiku.terminal.admission.Notice;
import fi.kaiku.terminal.card.CardReading;
import java.time.Instant;
import java.util.UUID;

/** Schema {@code Notice}. */
record NoticeView(String scanId, String code, String kind, int length, String at) {
  static NoticeView of(Notice notice) {
    return switch (notice) {
      case Notice.NotACard(UUID scan, CardReading.Kind kind, int length, Instant at) ->
          new NoticeView(scan.toString(), "NOT_A_CARD", kind.name(), length, WireTime.of(at));
      case Notice.Busy _ -> plain(notice, "BUSY");
      case Notice.VisitFull _ -> plain(notice, "VISIT_FULL");
      case Notice.JustDealtWith _ -> plain(notice, "JUST_DEALT_WITH");
      case Notice.Failed _ -> plain(notice, "FAILED");
    };
  }

  private static NoticeView plain(Notice notice, String code) {
    return new NoticeView(notice.scanId().toString(), code, null, 0, WireTime.of(notice.at()));
  }
}
