package fi.kaiku.device.printer;

import fi.kaiku.device.port.BytePort;
import fi.kaiku.device.printer.PrinterReport.Block;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What a printer tells of itself, by whatever way it can; empty where it said nothing.
 *
 * @param names of the model: the answer to GS I 67, MDL of IEEE 1284, USB's product name
 * @param usbId {@code 0416:5011}
 * @param language Star's own, or anything else
 */
public record PrinterIdentity(List<String> names, String usbId, Language language) {
  public PrinterIdentity {
    names = names.stream().map(String::strip).filter(name -> !name.isEmpty()).toList();
  }

  /** Which commands it understands. */
  public enum Language {
    STAR,
    ESC_POS_OR_UNKNOWN
  }

  /** Nothing is known, as of a printer behind a cable that says nothing. */
  public static PrinterIdentity unknown() {
    return new PrinterIdentity(List.of(), "", Language.ESC_POS_OR_UNKNOWN);
  }

  /** With what the USB device says besides. */
  public PrinterIdentity with(Ieee1284Id id, String usbModel) {
    List<String> all = new ArrayList<>(names);
    all.add(id.model());
    return new PrinterIdentity(
        all, usbModel, id.speaksStar() ? Language.STAR : Language.ESC_POS_OR_UNKNOWN);
  }

  /**
   * Asks GS I 67 on a port that nobody else uses: not while a driver has it.
   *
   * @param patience how long an answer may take; clones often give none
   */
  public static PrinterIdentity ask(BytePort port, Duration patience) throws IOException {
    List<String> names = new ArrayList<>();
    StatusDecoder decoder =
        new StatusDecoder(
            report -> {
              if (report instanceof Block(int header, String text) && header == Block.IDENTITY) {
                names.add(text);
              }
            });
    port.write(new EscPosBytes().modelName().toArray(), patience);
    byte[] buffer = new byte[64];
    long deadline = System.nanoTime() + patience.toNanos();
    while (names.isEmpty() && System.nanoTime() < deadline) {
      decoder.accept(buffer, port.read(buffer, Duration.ofNanos(deadline - System.nanoTime())));
    }
    return new PrinterIdentity(names, "", Language.ESC_POS_OR_UNKNOWN);
  }
}
