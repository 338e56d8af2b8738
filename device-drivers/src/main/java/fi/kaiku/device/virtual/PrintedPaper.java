package fi.kaiku.device.virtual;

import java.util.List;

/**
 * A piece of paper that a virtual printer printed. The picture is made when it is asked for; until
 * then it is kept as dots, about 50 kB for a ticket.
 */
public final class PrintedPaper {
  private final PaperRoll roll;
  private final DotStrip dots;
  private final List<String> lines;
  private final List<String> codes;

  PrintedPaper(PaperRoll roll, DotStrip dots, List<String> lines, List<String> codes) {
    this.roll = roll;
    this.dots = dots;
    this.lines = lines;
    this.codes = codes;
  }

  /** The lines of text from top to bottom, as they were printed; empty lines too. */
  public List<String> lines() {
    return lines;
  }

  /** What the QR codes on it hold. */
  public List<String> codes() {
    return codes;
  }

  int heightDots() {
    return dots.height();
  }

  /** Nothing at all is on it. */
  public boolean isBlank() {
    return dots.isBlank();
  }

  /** The paper as it would lie on the desk: a PNG of one pixel a dot, on transparent ground. */
  public byte[] png() {
    return PaperPicture.png(dots, roll.paperDots());
  }
}
