package fi.kaiku.terminal.api;

import java.util.Locale;

/** Names of enum constants as the wire spells them where openapi.yaml has small letters. */
final class WireWord {
  private WireWord() {}

  /** {@code PAPER_OUT} as {@code paper-out}. */
  static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
