package fi.kaiku.device.printer;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * How one model of printer differs from the others. Data, not code: the values and where each was
 * learnt stand in {@code printer-profiles.conf}.
 */
public record PrinterProfile(
    String name,
    Paper paper,
    TextPage textPage,
    Mechanics mechanics,
    Abilities abilities,
    Marks marks) {

  /**
   * The profile of that name.
   *
   * @throws IllegalArgumentException naming the known ones
   */
  public static PrinterProfile named(String name) {
    return ProfileFile.shipped().named(name);
  }

  /** All of them, in the order of the file. */
  static List<PrinterProfile> all() {
    return ProfileFile.shipped().all();
  }

  /** The names that {@link #named} knows, in the order of the file. */
  public static Collection<String> names() {
    return ProfileFile.shipped().names();
  }

  /**
   * The printable width.
   *
   * @param dots of the print head
   * @param columns characters of the printer's own font A on a line
   */
  public record Paper(int dots, int columns) {
    public Paper {
      require(dots > 0 && dots % 8 == 0, "paper-dots", dots, "a positive multiple of 8");
      require(columns > 0 && columns <= dots, "columns", columns, "1 to paper-dots");
    }
  }

  /**
   * The table of characters to print with.
   *
   * @param number what {@code ESC t} selects it by on this model
   */
  public record TextPage(CodePage page, int number) {
    public TextPage {
      require(number >= 0 && number <= 255, "code-page number", number, "0 to 255");
    }
  }

  /** Moving parts. */
  public record Mechanics(Cutter cutter, Drawer drawer) {}

  /** What the printer understands and answers. */
  public record Abilities(StatusWay status, Confirmation confirmation, QrWay qr) {}

  /**
   * How a QR code is brought onto the paper.
   *
   * @param moduleDots the largest module, in dots
   */
  public record QrWay(DrawnBy by, int moduleDots) {
    public QrWay {
      require(moduleDots >= 1 && moduleDots <= 16, "qr module", moduleDots, "1 to 16 dots");
    }

    /** Who draws it. */
    public enum DrawnBy {
      /** The printer, by GS ( k. */
      COMMAND,
      /** This program: the printer gets a picture. */
      RASTER
    }
  }

  /**
   * By what a plugged-in printer is known to be this model.
   *
   * @param names as GS I 67, IEEE 1284 or USB give them
   * @param usbIds vendor and product, {@code 0416:5011}, where these tell the model
   */
  public record Marks(Set<String> names, Set<String> usbIds) {
    public Marks {
      names = Set.copyOf(names);
      usbIds = Set.copyOf(usbIds);
    }
  }

  /** How the paper is cut. */
  public enum Cutter {
    NONE,
    PARTIAL,
    FULL
  }

  /** Whether a cash drawer can be kicked open, and by which pin of the connector. */
  public enum Drawer {
    NONE,
    PIN_2,
    PIN_5
  }

  /** How the printer tells what state it is in. */
  public enum StatusWay {
    /** Automatic status back, and DLE EOT besides. */
    ASB,
    /** DLE EOT n when asked. */
    DLE_EOT,
    /** DLE EOT n if it turns out to answer; a silent one is taken for one that can't talk. */
    LEARN,
    /** It never says anything. */
    NONE
  }

  /** How the printer tells that a job is done. */
  public enum Confirmation {
    /** GS ( H function 48: an answer with the job's own id once the data before it is printed. */
    PROCESS_ID,
    /** GS r: an answer once the data before it is processed. */
    BARRIER,
    /** Nothing: all that is known is that the bytes were taken. */
    NONE
  }

  private static void require(boolean condition, String what, int value, String expected) {
    if (!condition) {
      throw new IllegalArgumentException(what + " " + value + ": expected " + expected);
    }
  }
}
