package fi.kaiku.terminal.event;

/** How many Kaikukortti places an event has (R20). */
public sealed interface Quota {
  record Unlimited() implements Quota {}

  record Limited(int places) implements Quota {
    public Limited {
      if (places < 0) {
        throw new IllegalArgumentException("quota: " + places + ", expected 0 or more");
      }
    }
  }
}
