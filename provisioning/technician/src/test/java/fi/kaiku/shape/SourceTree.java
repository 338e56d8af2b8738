package fi.kaiku.shape;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The project's own text files, as they lie in the working tree. */
final class SourceTree {
  private static final Set<String> NOT_OURS = Set.of("target", ".git", "vendor", "node_modules");

  private static final Set<String> KINDS =
      Set.of(
          "java",
          "js",
          "css",
          "html",
          "json",
          "md",
          "sql",
          "yaml",
          "yml",
          "xml",
          "csv",
          "conf",
          "properties",
          "");

  /** Surefire starts tests in their module's folder, provisioning/technician. */
  static final Path ROOT = Path.of("").toAbsolutePath().getParent().getParent();

  /**
   * @param path from the project's root
   */
  record Source(Path path, List<String> lines) {
    boolean isJava() {
      return path.toString().endsWith(".java");
    }

    boolean isTest() {
      return path.toString().contains("/src/test/");
    }
  }

  private SourceTree() {}

  static List<Source> sources() {
    try (Stream<Path> paths = Files.walk(ROOT)) {
      return paths
          .filter(path -> !isInside(ROOT.relativize(path)))
          .filter(path -> KINDS.contains(ending(path)) && Files.isRegularFile(path))
          .map(path -> new Source(ROOT.relativize(path), read(path).lines().toList()))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String read(Path path) {
    try {
      return Files.readString(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isInside(Path path) {
    for (Path part : path) {
      if (NOT_OURS.contains(part.toString())) {
        return true;
      }
    }
    return false;
  }

  /** What follows the last dot; empty for programs without an ending, such as bin/kaiku. */
  private static String ending(Path path) {
    String name = path.getFileName().toString();
    return name.contains(".") ? name.substring(name.lastIndexOf('.') + 1) : "";
  }
}
