package fi.kaiku.kiosk.bench;

import fi.kaiku.kiosk.e2e.ChildJvm;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The floor of what a process costs: a JVM with the shipped flags whose only thread waits. */
final class Waiting {
  private Waiting() {}

  static ChildJvm start(Path folder) throws IOException {
    return ChildJvm.start(Waiting.class.getName(), folder.resolve("waiting.log"), List.of());
  }

  /** Waits for the end of its input. */
  public static void main(String[] arguments) throws IOException {
    System.out.println("READY");
    System.in.transferTo(System.out);
  }
}
