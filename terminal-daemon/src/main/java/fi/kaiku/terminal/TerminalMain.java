package fi.kaiku.terminal;

import fi.kaiku.terminal.config.ConfigException;
import fi.kaiku.terminal.config.TerminalConfig;
import fi.kaiku.terminal.store.JournalException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.LogManager;

/**
 * Starts the daemon: {@code --config FILE}. Prints {@code READY} once a scan would work; what keeps
 * it from starting stands on standard error in plain words, with the exit codes of sysexits.h. With
 * {@code --check FILE} it only says what is wrong in the configuration, and touches nothing else.
 */
public final class TerminalMain {
  private static final int EXIT_USAGE = 64;
  private static final int EXIT_UNAVAILABLE = 69;
  private static final int EXIT_CONFIG = 78;

  private TerminalMain() {}

  public static void main(String[] args) throws IOException {
    if (args.length != 2 || !List.of("--config", "--check").contains(args[0])) {
      fail(EXIT_USAGE, "usage: terminal-daemon --config FILE, or --check FILE");
    }
    readLogging();
    try {
      TerminalConfig config = TerminalConfig.load(Path.of(args[1]));
      if (args[0].equals("--config")) {
        start(config);
      }
    } catch (ConfigException e) {
      fail(EXIT_CONFIG, e.getMessage());
    } catch (StartRefusedException | JournalException e) {
      fail(EXIT_UNAVAILABLE, "terminal-daemon: " + e.getMessage());
    }
  }

  private static void start(TerminalConfig config) throws IOException, StartRefusedException {
    NativeLibraries.fromBesideThisProgram();
    Terminal terminal = Terminal.start(config, Build.current());
    Runtime.getRuntime()
        .addShutdownHook(Thread.ofPlatform().name("stop").unstarted(terminal::close));
    System.out.println("READY");
  }

  private static void readLogging() throws IOException {
    try (InputStream in = TerminalMain.class.getResourceAsStream("/logging.properties")) {
      LogManager.getLogManager().readConfiguration(in);
    }
  }

  private static void fail(int code, String message) {
    System.err.println(message);
    System.exit(code);
  }
}
