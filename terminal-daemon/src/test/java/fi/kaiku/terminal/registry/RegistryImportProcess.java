package fi.kaiku.terminal.registry;

import fi.kaiku.terminal.registry.ImportReport.Imported;
import fi.kaiku.terminal.registry.ImportReport.Refused;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A JVM of its own that imports one registry after the other, until it is killed. */
public final class RegistryImportProcess {
  private RegistryImportProcess() {}

  /** Prints a line before and after each import. */
  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[0]);
    int imports = Integer.parseInt(args[1]);
    RegistryFixture fixture = new RegistryFixture(folder);
    try (CardRegistry registry = fixture.open()) {
      for (int i = 0; i < imports; i++) {
        System.out.println("importing");
        long start = System.nanoTime();
        try (InputStream in = Files.newInputStream(csv(folder))) {
          String result =
              switch (registry.importCsv(in, Force.YES, fixture.collecting())) {
                case Imported imported -> String.valueOf(imported.cards());
                case Refused refused -> refused.cause().name();
              };
          System.out.println(result + " " + (System.nanoTime() - start) / 1_000_000);
        }
      }
    }
  }

  /**
   * Writes a registry file and starts to import it.
   *
   * @param limits shell commands that the JVM is started under
   */
  static Process start(Path folder, int cards, int imports, String limits) throws IOException {
    write(csv(folder), cards);
    List<String> command =
        new ArrayList<>(List.of("bash", "-c", limits + "; exec \"$@\"", "import"));
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Xmx24m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED"));
    command.addAll(
        List.of(
            "-cp",
            System.getProperty("java.class.path"),
            RegistryImportProcess.class.getName(),
            folder.toString(),
            String.valueOf(imports)));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  private static Path csv(Path folder) {
    return folder.resolve("cards.csv");
  }

  private static void write(Path csv, int cards) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(csv))) {
      out.write(RegistryFixture.HEADER.getBytes(StandardCharsets.US_ASCII));
      for (int i = 0; i < cards; i++) {
        out.write((RegistryFixture.card(i) + "\n").getBytes(StandardCharsets.US_ASCII));
      }
    }
  }
}
