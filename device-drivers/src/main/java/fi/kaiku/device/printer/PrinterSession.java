package fi.kaiku.device.printer;

import fi.kaiku.device.HealthCode;
import fi.kaiku.device.printer.PrintOutcome.Confirmed;
import fi.kaiku.device.printer.PrintOutcome.NotStarted;
import fi.kaiku.device.printer.PrintOutcome.Sent;
import fi.kaiku.device.printer.PrintOutcome.Unknown;
import fi.kaiku.device.printer.PrinterInbox.Arrival;
import fi.kaiku.device.printer.PrinterLink.Progress;
import fi.kaiku.device.printer.PrinterProfile.Confirmation;
import fi.kaiku.device.printer.PrinterProfile.StatusWay;
import fi.kaiku.device.printer.PrinterReport.Transmitted;
import java.io.IOException;
import java.util.Optional;

/**
 * What the owner thread does while one connection stands: follows the state, prints jobs, finds out
 * what became of each. Before the first byte of a job it asks how the printer is; after that byte
 * the job is never called "not started" again.
 */
final class PrinterSession {

  /** Silent for so many questions in a row: the connection is given up and made anew. */
  private static final int MOST_UNANSWERED = 3;

  private static final int RECOVERY_ATTEMPTS = 3;

  private final PrinterProfile profile;
  private final PrinterTiming timing;
  private final PrinterInbox inbox;
  private final PrinterLink link;
  private final PublishedState published;
  private final Leftover leftover;
  private final JobIds jobIds;
  private Talk talk = Talk.NOT_HEARD;
  private Confirmation confirmation;
  private Model model;
  private int unanswered;

  /** Whether it is to be asked for its model: GS I is no command to every printer. */
  private enum Model {
    TO_ASK,
    ASKED,
    NOT_ASKED
  }

  private enum Talk {
    NOT_HEARD,
    ANSWERS,
    MUTE
  }

  PrinterSession(PrinterParts parts, PrinterLink link) {
    this.profile = parts.profile();
    this.timing = parts.timing();
    this.inbox = parts.inbox();
    this.published = parts.published();
    this.leftover = parts.leftover();
    this.jobIds = parts.jobIds();
    this.link = link;
    this.confirmation = profile.abilities().confirmation();
    this.model = profile.marks().names().isEmpty() ? Model.NOT_ASKED : Model.TO_ASK;
  }

  /** Runs until the connection ends or the driver is closed, which an exception tells. */
  void run() throws IOException {
    greet();
    link.askDeviceId();
    while (true) {
      if (leftover.kind() != Leftover.Kind.NOTHING && mayPrint()) {
        recover();
      }
      if (mayAskModel()) {
        askModel();
      }
      publish();
      switch (inbox.next(timing.poll())) {
        case Arrival.Job(PrintJob job) -> print(job);
        case Arrival.Report(PrinterReport report) -> link.hear(report);
        case Arrival.Nothing() -> check();
      }
    }
  }

  /** Not while half a command may be inside, which would swallow the question. */
  private boolean mayAskModel() {
    return model == Model.TO_ASK
        && talk == Talk.ANSWERS
        && leftover.kind() == Leftover.Kind.NOTHING
        && mayPrint();
  }

  /** The answer comes when it comes; nothing waits for it. */
  private void askModel() throws IOException {
    model = Model.ASKED;
    link.transfer(new EscPosBytes().modelName().toArray(), new Progress());
  }

  private void greet() throws IOException {
    StatusWay way = profile.abilities().status();
    if (way == StatusWay.NONE) {
      talk = Talk.MUTE;
    } else if (check() || way != StatusWay.LEARN) {
      askForAutomaticStatus();
    } else {
      talk = Talk.MUTE;
    }
    if (talk == Talk.MUTE) {
      confirmation = Confirmation.NONE;
    }
  }

  private void askForAutomaticStatus() throws IOException {
    if (profile.abilities().status() == StatusWay.ASB) {
      link.transfer(new EscPosBytes().automaticStatus().toArray(), new Progress());
    }
  }

  /** Asks for the state; false when there was no answer. */
  private boolean check() throws IOException {
    if (talk == Talk.MUTE) {
      return link.askPort();
    }
    if (link.askState()) {
      talk = Talk.ANSWERS;
      unanswered = 0;
      return true;
    }
    unanswered++;
    if (unanswered >= MOST_UNANSWERED) {
      throw new SilentPrinterException("no answer to " + unanswered + " questions in a row");
    }
    return false;
  }

  private boolean mayPrint() {
    return link.board().obstacle().isEmpty() && (talk == Talk.MUTE || unanswered == 0);
  }

  private void publish() {
    Optional<HealthCode> obstacle = link.board().obstacle();
    PrinterStatus status = link.board().status();
    published.model(link.model());
    if (unanswered > 0 && talk != Talk.MUTE) {
      published.troubled(HealthCode.PRINTER_SILENT, "no answer to DLE EOT", status);
    } else if (obstacle.isPresent()) {
      published.troubled(obstacle.get(), "the printer says so", status);
    } else {
      published.working(status);
    }
  }

  private void print(PrintJob job) throws IOException {
    if (!job.take()) {
      return;
    }
    Progress progress = new Progress();
    // Stands if a bug throws us out of here: the worst that can have happened.
    PrintOutcome outcome = new Unknown("the printer's driver failed");
    try {
      outcome = attempt(job, progress);
    } catch (IOException failure) {
      HealthCode code = PrinterTrouble.codeOf(failure);
      published.troubled(code, failure.getMessage(), new PrinterStatus.NotKnown());
      outcome = progress.isNone() ? new NotStarted(code) : new Unknown(failure.getMessage());
      throw failure;
    } finally {
      job.end(outcome);
    }
  }

  private PrintOutcome attempt(PrintJob job, Progress progress) throws IOException {
    if (!check() && talk != Talk.MUTE) {
      publish();
      return new NotStarted(HealthCode.PRINTER_SILENT);
    }
    publish();
    Optional<HealthCode> obstacle = link.board().obstacle();
    if (obstacle.isPresent()) {
      return new NotStarted(obstacle.get());
    }
    if (leftover.kind() != Leftover.Kind.NOTHING && !recover()) {
      return new NotStarted(HealthCode.PRINTER_SILENT);
    }
    leftover.set(Leftover.Kind.HALF_TICKET);
    link.transfer(job.bytes(), progress);
    PrintOutcome outcome = confirm(progress);
    if (!(outcome instanceof Unknown)) {
      leftover.set(Leftover.Kind.NOTHING);
    }
    return outcome;
  }

  private PrintOutcome confirm(Progress progress) throws IOException {
    EscPosBytes tail = new EscPosBytes();
    if (profile.abilities().status() == StatusWay.ASB) {
      // ESC @ at the job's start may have switched it off.
      tail.automaticStatus();
    }
    switch (confirmation) {
      case NONE -> {
        link.transfer(tail.toArray(), progress);
        return new Sent();
      }
      case BARRIER -> {
        link.expect(report -> report instanceof Transmitted);
        link.transfer(tail.barrier().toArray(), progress);
      }
      case PROCESS_ID -> {
        String id = jobIds.next();
        link.expect(report -> JobIds.isAnswer(report, id));
        link.transfer(tail.processId(id).toArray(), progress);
      }
    }
    return awaitConfirmation();
  }

  private PrintOutcome awaitConfirmation() throws IOException {
    long start = System.nanoTime();
    long lastObstacle = start;
    while (!link.isMet()) {
      if (!link.hearOne(timing.poll())) {
        check();
      }
      publish();
      long now = System.nanoTime();
      if (link.board().obstacle().isPresent()) {
        lastObstacle = now;
      }
      if (now - lastObstacle > timing.confirm().toNanos()
          || now - start > timing.held().toNanos()) {
        return new Unknown("the printer took the ticket and never said that it was printed");
      }
    }
    return new Confirmed();
  }

  /**
   * Brings the printer back to the start of a command, whatever was cut off, and parts what is left
   * of a broken ticket from the next one.
   *
   * @return false when the printer does not answer after it
   */
  private boolean recover() throws IOException {
    Progress notOfAnyJob = new Progress();
    byte[] rescue =
        new EscPosBytes()
            .nulls(EscPosEncoder.LONGEST_COMMAND_BYTES)
            .initialise(profile.textPage())
            .barrier()
            .toArray();
    if (confirmation == Confirmation.NONE) {
      link.transfer(rescue, notOfAnyJob);
    } else if (!answersBarrier(rescue)) {
      if (profile.abilities().status() != StatusWay.LEARN) {
        return false;
      }
      confirmation = Confirmation.NONE;
    }
    if (leftover.kind() == Leftover.Kind.HALF_TICKET) {
      byte[] cut = new EscPosBytes().cut(profile.mechanics().cutter()).toArray();
      link.transfer(cut, notOfAnyJob);
    }
    askForAutomaticStatus();
    leftover.set(Leftover.Kind.NOTHING);
    return true;
  }

  private boolean answersBarrier(byte[] rescue) throws IOException {
    link.expect(report -> report instanceof Transmitted);
    int attempts = profile.abilities().status() == StatusWay.LEARN ? 1 : RECOVERY_ATTEMPTS;
    for (int i = 0; i < attempts && !link.isMet(); i++) {
      link.transfer(rescue, new Progress());
      long deadline = System.nanoTime() + timing.recovery().toNanos();
      while (!link.isMet() && System.nanoTime() < deadline) {
        link.hearOne(timing.settle());
      }
    }
    // Answers to an earlier connection's questions come first: wait until no more come, so that
    // none of them is taken for the answer to the next job's.
    boolean answered = link.isMet();
    while (answered && link.hearOne(timing.settle())) {
      link.expect(report -> report instanceof Transmitted);
    }
    return answered;
  }
}
