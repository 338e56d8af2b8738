package fi.kaiku.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Opens an idle desk before each test, in one browser for all test classes, and closes it after; a
 * test also fails when the page has thrown anything.
 */
final class DeskExtension implements BeforeEachCallback, AfterEachCallback {
  private Path folder;
  private OpenDesk desk;

  OpenDesk desk() {
    return desk;
  }

  @Override
  public void beforeEach(ExtensionContext context) throws IOException {
    DeskBrowser browser =
        context
            .getRoot()
            .getStore(ExtensionContext.Namespace.create(DeskExtension.class))
            .getOrComputeIfAbsent(DeskBrowser.class, key -> new DeskBrowser(), DeskBrowser.class);
    folder = Files.createTempDirectory("desk");
    desk = new OpenDesk(folder, browser.page(1280, 800), DeskStates.idle());
  }

  @Override
  public void afterEach(ExtensionContext context) throws IOException {
    List<String> errors = List.copyOf(desk.errors);
    desk.close();
    Files.walkFileTree(folder, new Removing());
    assertThat(errors).as("what the page threw").isEmpty();
  }

  private static final class Removing extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.delete(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, IOException e) throws IOException {
      Files.delete(folder);
      return FileVisitResult.CONTINUE;
    }
  }
}
