package fi.kaiku.terminal;

import java.util.TimeZone;

/** Runs a piece of a test on a machine whose clock is set to another time zone. */
public final class InZone {
  private InZone() {}

  public static void run(String zone, Runnable test) {
    TimeZone before = TimeZone.getDefault();
    TimeZone.setDefault(TimeZone.getTimeZone(zone));
    try {
      test.run();
    } finally {
      TimeZone.setDefault(before);
    }
  }
}
