package fi.kaiku.terminal.api;

import fi.kaiku.terminal.api.TakeBacks.TakeBack;

/** Schema {@code TakeBack}. */
record TakeBackView(String id, int tickets, String at) {
  static TakeBackView of(TakeBack takeBack) {
    return new TakeBackView(
        takeBack.id().toString(), takeBack.tickets(), WireTime.of(takeBack.at()));
  }
}
