package fi.kaiku.kiosk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The app's files, read from the class path's {@code /web} once at start. A request finds a file by
 * its exact path or not at all: there is no path arithmetic that a {@code ..} could fool.
 */
final class WebFiles {
  private static final String ROOT = "/web";

  private final Map<String, WebFile> files;

  private WebFiles(Map<String, WebFile> files) {
    this.files = Map.copyOf(files);
  }

  static WebFiles load() {
    URL root = WebFiles.class.getResource(ROOT);
    if (root == null) {
      throw new IllegalStateException("the app's files (" + ROOT + ") are not on the class path");
    }
    try {
      URI uri = root.toURI();
      if (!uri.getScheme().equals("jar")) {
        return new WebFiles(readAll(Path.of(uri)));
      }
      try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
        return new WebFiles(readAll(jar.getPath(ROOT)));
      }
    } catch (URISyntaxException | IOException e) {
      throw new IllegalStateException("reading the app's files at " + root, e);
    }
  }

  private static Map<String, WebFile> readAll(Path root) throws IOException {
    Map<String, WebFile> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(root)) {
      paths
          .filter(Files::isRegularFile)
          .forEach(
              file -> {
                String path = "/" + root.relativize(file);
                files.put(path, read(path, file));
              });
    }
    return files;
  }

  private static WebFile read(String path, Path file) {
    try {
      return new WebFile(path, Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** By request path; {@code /desk} finds {@code /desk.html}. */
  Optional<WebFile> find(String path) {
    return Optional.ofNullable(files.getOrDefault(path, files.get(path + ".html")));
  }

  /** One of our own pages, which the build has put there. */
  WebFile page(String path) {
    return find(path).orElseThrow(() -> new IllegalStateException("no page " + path));
  }

  Collection<WebFile> all() {
    return files.values();
  }
}
