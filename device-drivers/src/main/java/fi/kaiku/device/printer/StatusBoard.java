package fi.kaiku.device.printer;

import fi.kaiku.device.HealthCode;
import fi.kaiku.device.printer.PrinterReport.Automatic;
import fi.kaiku.device.printer.PrinterStatus.Condition;
import fi.kaiku.device.printer.PrinterStatus.NotKnown;
import fi.kaiku.device.printer.PrinterStatus.Reported;
import java.util.EnumSet;
import java.util.Optional;

/**
 * The conditions that a printer reported, newest word on each. Every kind of report speaks for some
 * conditions only and leaves the others as they were. Owner thread only.
 */
final class StatusBoard {
  private final EnumSet<Condition> conditions = EnumSet.noneOf(Condition.class);
  private final EnumSet<RealTimeQuery> answering = EnumSet.noneOf(RealTimeQuery.class);
  private final EnumSet<RealTimeQuery> missed = EnumSet.noneOf(RealTimeQuery.class);
  private boolean heard;

  /** Automatic status back: B1 drawer, offline, cover; B2 errors; B3 paper sensors. */
  void hear(Automatic report) {
    missed.clear();
    set(Condition.DRAWER_OPEN, report.first(), 0x04);
    set(Condition.OFFLINE, report.first(), 0x08);
    set(Condition.COVER_OPEN, report.first(), 0x20);
    set(Condition.CUTTER_ERROR, report.second(), 0x08);
    set(Condition.UNRECOVERABLE_ERROR, report.second(), 0x20);
    set(Condition.RECOVERABLE_ERROR, report.second(), 0x44);
    set(Condition.PAPER_LOW, report.third(), 0x03);
    set(Condition.PAPER_OUT, report.third(), 0x0C);
  }

  /** The answer to DLE EOT 1..4, as the tables of the manuals have it. */
  void hear(RealTimeQuery query, int bits) {
    answering.add(query);
    missed.remove(query);
    switch (query) {
      case PRINTER -> {
        set(Condition.DRAWER_OPEN, bits, 0x04);
        set(Condition.OFFLINE, bits, 0x08);
      }
      case OFFLINE_CAUSE -> {
        set(Condition.COVER_OPEN, bits, 0x04);
        // The sensor knows better, where it answers: this bit tells only why printing stopped.
        if ((bits & 0x20) != 0 || !answering.contains(RealTimeQuery.PAPER_SENSOR)) {
          set(Condition.PAPER_OUT, bits, 0x20);
        }
      }
      case ERROR_CAUSE -> {
        set(Condition.CUTTER_ERROR, bits, 0x08);
        set(Condition.UNRECOVERABLE_ERROR, bits, 0x20);
        set(Condition.RECOVERABLE_ERROR, bits, 0x44);
      }
      case PAPER_SENSOR -> {
        set(Condition.PAPER_LOW, bits, 0x0C);
        set(Condition.PAPER_OUT, bits, 0x60);
      }
    }
  }

  /** The answer to GET_PORT_STATUS: believed when it tells trouble, and when that is over. */
  void hear(PortStatus status) {
    if (status.saysPaperOut() || conditions.contains(Condition.PAPER_OUT)) {
      set(Condition.PAPER_OUT, status.saysPaperOut() ? 1 : 0, 1);
    }
    boolean otherTrouble = status.saysError() && !status.saysPaperOut();
    if (otherTrouble || conditions.contains(Condition.OFFLINE)) {
      set(Condition.OFFLINE, otherTrouble ? 1 : 0, 1);
    }
  }

  private void set(Condition condition, int bits, int mask) {
    heard = true;
    if ((bits & mask) != 0) {
      conditions.add(condition);
    } else {
      conditions.remove(condition);
    }
  }

  /** Forgets everything: the printer fell silent. */
  void forget() {
    heard = false;
    conditions.clear();
    answering.clear();
    missed.clear();
  }

  /** Forgets what only this question tells: it met silence, though it was answered before. */
  void miss(RealTimeQuery query) {
    if (answering.remove(query)) {
      missed.add(query);
      conditions.removeAll(toldBy(query));
    }
  }

  private static EnumSet<Condition> toldBy(RealTimeQuery query) {
    return switch (query) {
      case PRINTER -> EnumSet.of(Condition.DRAWER_OPEN, Condition.OFFLINE);
      case OFFLINE_CAUSE -> EnumSet.of(Condition.COVER_OPEN);
      case ERROR_CAUSE ->
          EnumSet.of(
              Condition.CUTTER_ERROR, Condition.UNRECOVERABLE_ERROR, Condition.RECOVERABLE_ERROR);
      case PAPER_SENSOR -> EnumSet.of(Condition.PAPER_LOW, Condition.PAPER_OUT);
    };
  }

  /** Whether this question was answered once and is no longer. */
  boolean misses(RealTimeQuery query) {
    return missed.contains(query);
  }

  /** What is left of it while a question is missed is told only where it is trouble. */
  PrinterStatus status() {
    boolean isWellAsFarAsKnown = conditions.isEmpty() && !missed.isEmpty();
    return heard && !isWellAsFarAsKnown ? new Reported(conditions) : new NotKnown();
  }

  boolean says(Condition condition) {
    return conditions.contains(condition);
  }

  /** Why the printer can't print now, most telling cause first; empty when it says it can. */
  Optional<HealthCode> obstacle() {
    if (conditions.contains(Condition.COVER_OPEN)) {
      return Optional.of(HealthCode.PRINTER_COVER_OPEN);
    }
    if (conditions.contains(Condition.PAPER_OUT)) {
      return Optional.of(HealthCode.PRINTER_PAPER_OUT);
    }
    if (conditions.contains(Condition.CUTTER_ERROR)
        || conditions.contains(Condition.UNRECOVERABLE_ERROR)
        || conditions.contains(Condition.RECOVERABLE_ERROR)) {
      return Optional.of(HealthCode.PRINTER_FAULTY);
    }
    return conditions.contains(Condition.OFFLINE)
        ? Optional.of(HealthCode.PRINTER_OFFLINE)
        : Optional.empty();
  }
}
