package fi.kaiku.terminal;

import java.util.Locale;

/** Runs a piece of a test under another default locale, and puts the old one back. */
public final class InLocale {
  private InLocale() {}

  public static void run(String languageTag, Runnable test) {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag(languageTag));
    try {
      test.run();
    } finally {
      Locale.setDefault(before);
    }
  }
}
