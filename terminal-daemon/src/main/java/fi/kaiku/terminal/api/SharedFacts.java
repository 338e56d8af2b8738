package fi.kaiku.terminal.api;

import fi.kaiku.terminal.admission.AdmissionId;
import fi.kaiku.terminal.call.StaffCalls;
import fi.kaiku.terminal.clock.ClockReading;
import fi.kaiku.terminal.event.Event;
import fi.kaiku.terminal.event.EventFileState;
import fi.kaiku.terminal.registry.RegistryAge;
import fi.kaiku.terminal.store.Journal;
import fi.kaiku.terminal.store.JournalException;
import fi.kaiku.terminal.sync.HubState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What all stations of the terminal share and show. Any thread.
 *
 * @param events the venue's list as it is now
 * @param eventFile how the last reading of it went
 * @param hub how the terminal stands with it
 */
public record SharedFacts(
    Journal journal,
    Function<Instant, RegistryAge> registryAge,
    Supplier<ClockReading> clock,
    Supplier<List<Event>> events,
    Supplier<EventFileState> eventFile,
    StaffCalls calls,
    Supplier<HubState> hub) {

  /**
   * Whether this terminal issued it, so that it can be printed and voided here; not while the
   * journal can't be read, which its state tells.
   */
  boolean isOurs(AdmissionId admission) {
    try {
      return journal.read(view -> view.uses().find(admission)).isPresent();
    } catch (JournalException e) {
      return false;
    }
  }

  /** Looks at today's uses, on one snapshot of the journal. */
  TodayView today(Function<TodayList, TodayView> look) {
    LocalDate day = WireTime.day(clock.get().now());
    return journal.read(view -> look.apply(new TodayList(view, day)));
  }
}
