package fi.kaiku.device.fuzz;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * Inputs that earlier soaks found to take another way through a parser, a line of hex digits each.
 * A soak leaves a new file in target/fuzz: put it in the place of the old one to keep what it
 * found.
 */
final class Corpus {
  /** Longer ones take the same ways with more bytes, and are left out of the repository. */
  private static final int LONGEST_KEPT = 128;

  private Corpus() {}

  /** What is kept for a parser; nothing for one that was never fuzzed. */
  static List<byte[]> of(String parser) {
    try (InputStream file = Corpus.class.getResourceAsStream(parser + ".hex")) {
      return file == null
          ? List.of()
          : new String(file.readAllBytes(), StandardCharsets.US_ASCII)
              .lines()
              .map(HexFormat.of()::parseHex)
              .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes the inputs of a fuzzer's folder as a file to be kept. */
  static void write(Path folder, Path file) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      Files.write(
          file, all.map(Corpus::read).filter(Corpus::isKept).map(Corpus::hex).sorted().toList());
    }
  }

  private static String hex(byte[] input) {
    return HexFormat.of().formatHex(input);
  }

  private static boolean isKept(byte[] input) {
    return input.length > 0 && input.length <= LONGEST_KEPT;
  }

  private static byte[] read(Path input) {
    try {
      return Files.readAllBytes(input);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
