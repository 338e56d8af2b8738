package fi.kaiku.terminal.admission;

import fi.kaiku.terminal.clock.ClockReading;
import fi.kaiku.terminal.event.Event;
import fi.kaiku.terminal.event.EventId;
import fi.kaiku.terminal.event.EventKind;
import fi.kaiku.terminal.store.Journal;
import fi.kaiku.terminal.store.JournalTransaction;
import fi.kaiku.terminal.store.WriteOutcome;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Makes the journal forget which cards were used, 14 days after their event has ended (R28); the
 * uses, tickets and counters stay. Only by trusted time: a jump of the clock must not let a card be
 * used twice. Looks at the start, each hour, and when the clock comes to be trusted, on a thread of
 * its own.
 */
public final class CardErasure implements AutoCloseable {
  /** R28, from the end of the event on; an open-ended event ends with the day of the use. */
  private static final Duration CARD_KEPT = Duration.ofDays(14);

  /** A file may be stamped by a clock that was put right since. */
  private static final Duration CLOCKS_DIFFER_MAX = Duration.ofDays(1);

  private static final Duration LOOK_EVERY = Duration.ofHours(1);

  private static final System.Logger LOG = System.getLogger(CardErasure.class.getName());

  private final Journal journal;
  private final Supplier<ClockReading> clock;
  private final Function<EventId, Optional<Event>> events;

  /** After the end it is asked in vain, by a clock that runs a little longer. */
  private final ScheduledExecutorService thread =
      new ScheduledThreadPoolExecutor(
          1,
          Thread.ofPlatform().name("card-erasure").daemon().factory(),
          new ThreadPoolExecutor.DiscardPolicy());

  /**
   * Does nothing yet.
   *
   * @param events the venue's list as it is now
   */
  public CardErasure(
      Journal journal, Supplier<ClockReading> clock, Function<EventId, Optional<Event>> events) {
    this.journal = journal;
    this.clock = clock;
    this.events = events;
  }

  /** When a use's card is to be forgotten, as far as is known when it is recorded. */
  static Instant dueAfter(Event event, LocalDate day) {
    return end(event, day).plus(CARD_KEPT);
  }

  private static Instant end(Event event, LocalDate day) {
    return event.kind() == EventKind.OPEN
        ? day.plusDays(1).atStartOfDay(AdmissionRules.CALENDAR).toInstant()
        : event.endsAt();
  }

  public void start() {
    var _ = thread.scheduleWithFixedDelay(this::look, 0, LOOK_EVERY.toMinutes(), TimeUnit.MINUTES);
  }

  /** The clock may have come to be trusted. Any thread; returns at once. */
  public void lookSoon() {
    thread.execute(this::look);
  }

  private void look() {
    try {
      erase();
      eraseSetAside();
    } catch (IOException | RuntimeException e) {
      LOG.log(Level.ERROR, "cards whose time is over could not be erased; next hour again", e);
    }
  }

  /** One look; what the journal can't record now is done by a later one. */
  void erase() {
    if (clock.get() instanceof ClockReading.Trusted reading
        && journal.write(tx -> erase(tx, reading.now()))
            instanceof WriteOutcome.Recorded<Integer>(Integer erased)
        && erased > 0) {
      LOG.log(Level.INFO, "the cards of {0} uses were erased, 14 days after their events", erased);
    }
  }

  /**
   * A damaged journal that was set aside names cards too, and nobody can tell of which events: it
   * goes as long after it was set aside, and at once where that is said to lie ahead.
   */
  void eraseSetAside() throws IOException {
    if (clock.get() instanceof ClockReading.Trusted reading) {
      int deleted =
          journal.deleteSetAsideOutside(
              reading.now().minus(CARD_KEPT), reading.now().plus(CLOCKS_DIFFER_MAX));
      if (deleted > 0) {
        LOG.log(Level.INFO, "{0} damaged journals were deleted, 14 days after", deleted);
      }
    }
  }

  private int erase(JournalTransaction tx, Instant now) {
    return tx.cardUses().due(now).stream()
        .filter(event -> !isPostponed(event, now))
        .mapToInt(event -> tx.cardUses().erase(event, now))
        .sum();
  }

  /** An event that was put off since is not over: its cards could be used a second time. */
  private boolean isPostponed(EventId id, Instant now) {
    return events
        .apply(id)
        .filter(event -> event.kind() != EventKind.OPEN)
        .filter(event -> event.endsAt().plus(CARD_KEPT).isAfter(now))
        .isPresent();
  }

  @Override
  public void close() {
    thread.close();
  }
}
