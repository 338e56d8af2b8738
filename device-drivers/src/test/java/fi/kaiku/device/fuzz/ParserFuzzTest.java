package fi.kaiku.device.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Everything that takes bytes from a device takes any bytes. Here half a second of seeded mutations
 * for each parser; in {@code kaiku soak} ten minutes of Jazzer, which follows the code's branches.
 * A finding is a test case: add its bytes to the parser's good inputs.
 */
class ParserFuzzTest {
  private static final Duration SHORT = Duration.ofMillis(500);
  private static final Duration SOAK = Duration.ofMinutes(10);
  private static final int LONGEST_INPUT = 4096;

  /** Also where half a second is over at once. */
  private static final int LEAST_INPUTS = 500;

  static Stream<Parser> parsers() {
    return Parser.all();
  }

  @ParameterizedTest
  @MethodSource("parsers")
  void whatEarlierSoaksFoundIsTaken(Parser parser) {
    assertThat(parser.good()).isNotEmpty().allSatisfy(parser.promise());
  }

  /** A lost file would make the short run a blind one. */
  @ParameterizedTest
  @ValueSource(strings = {"scanner-frames", "hid-report", "printer-status", "usb-descriptors"})
  void aCorpusIsKept(String parser) {
    assertThat(Corpus.of(parser)).hasSizeGreaterThan(50);
  }

  @ParameterizedTest
  @MethodSource("parsers")
  void anyBytesAreTaken(Parser parser) {
    long seed = Long.getLong("kaiku.seed", 20_261_123);
    Mutations inputs = new Mutations(new Random(seed), parser.good());
    long end = System.nanoTime() + SHORT.toNanos();
    for (long count = 0; count < LEAST_INPUTS || System.nanoTime() < end; count++) {
      byte[] data = inputs.next();
      try {
        parser.promise().accept(data);
      } catch (RuntimeException | AssertionError | StackOverflowError broken) {
        throw new AssertionError(
            "%s, seed %d, input %d: %s"
                .formatted(parser.name(), seed, count, HexFormat.of().formatHex(data)),
            broken);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("parsers")
  @EnabledIfSystemProperty(named = "kaiku.soak", matches = "true")
  void noBranchBreaksThePromise(Parser parser) throws Exception {
    Path folder = Files.createDirectories(Path.of("target/fuzz/" + parser.name()));
    for (int i = 0; i < parser.good().size(); i++) {
      Files.write(folder.resolve("good-" + i), parser.good().get(i));
    }
    Path log = folder.resolveSibling(parser.name() + ".log");
    assertThat(jazzer(parser, folder, log)).as("%s", Files.readString(log)).isZero();
    Corpus.write(folder, folder.resolveSibling(parser.name() + ".hex"));
  }

  private static int jazzer(Parser parser, Path corpus, Path log) throws Exception {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx512m",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            "com.code_intelligence.jazzer.Jazzer",
            "--target_class=" + FuzzTarget.class.getName(),
            "--target_args=" + parser.name(),
            "--instrumentation_includes=fi.kaiku.**",
            "--reproducer_path=" + log.getParent(),
            "-artifact_prefix=" + log.getParent() + File.separator,
            "-max_len=" + LONGEST_INPUT,
            "-max_total_time=" + Long.getLong("kaiku.fuzz.seconds", SOAK.toSeconds()),
            corpus.toString());
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(log.toFile())
        .start()
        .waitFor();
  }
}
