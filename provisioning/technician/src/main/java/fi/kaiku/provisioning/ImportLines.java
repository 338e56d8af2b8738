package fi.kaiku.provisioning;

import java.io.PrintWriter;
import java.util.Set;

/**
 * What an import looks like to the technician: in a terminal one line that counts, elsewhere only
 * what stays true. Thread-safe.
 */
final class ImportLines {
  private static final int WHOLE = 100;

  /** Reasons that a person can overrule who has looked at the file. */
  private static final Set<String> DOUBTS = Set.of("much-smaller", "too-many-bad-rows");

  enum Progress {
    SHOWN,
    HIDDEN
  }

  private final PrintWriter out;
  private final Progress progress;
  private long percent;
  private long rows;
  private boolean lineOpen;

  ImportLines(PrintWriter out, Progress progress) {
    this.out = out;
    this.progress = progress;
  }

  synchronized void sent(long bytes, long of) {
    percent = of == 0 ? WHOLE : bytes * WHOLE / of;
    show();
  }

  synchronized void reading(long rowsRead) {
    rows = rowsRead;
    show();
  }

  synchronized void badRow(long line, String column, String reason) {
    endLine();
    out.println(
        "Line " + line + (column.isEmpty() ? "" : ", " + column) + ": " + reason + " (left out)");
  }

  synchronized void done(long cards, long badRows) {
    endLine();
    out.println(
        "The registry is in use: %d cards%s."
            .formatted(cards, badRows == 0 ? "" : ", %d bad rows left out".formatted(badRows)));
    out.flush();
  }

  synchronized void refused(String reason, String detail) {
    endLine();
    out.println("The file was refused (" + reason + "): " + detail);
    out.println("Nothing has changed; the registry that was in use stays in use.");
    if (DOUBTS.contains(reason)) {
      out.println("If the file is right all the same, import it with --force.");
    }
    out.flush();
  }

  private void show() {
    if (progress == Progress.SHOWN) {
      out.print("\rReading the registry: %d %%, %d rows ".formatted(percent, rows));
      out.flush();
      lineOpen = true;
    }
  }

  private void endLine() {
    if (lineOpen) {
      out.println();
      lineOpen = false;
    }
  }
}
