package fi.kaiku.hub;

import fi.kaiku.hub.api.HubServer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.logging.LogManager;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code kaiku hub}: prints {@code READY} with its addresses once it answers. */
@Command(
    name = "kaiku hub",
    mixinStandardHelpOptions = true,
    subcommands = ImportCardsCommand.class,
    description = {
      "Starts a hub: takes in what terminals recorded, and tells each of what the others did.",
      "Terminals reach it through a proxy that ends TLS; the admin interface is on this machine only."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  kaiku hub --data /var/lib/kaiku-hub",
      "  KAIKU_HUB_DATABASE='jdbc:postgresql://db/kaiku?user=hub' kaiku hub --data DIR",
      "  kaiku hub import-cards cards.csv"
    })
public final class HubMain implements Callable<Integer> {
  private static final int EXIT_NOT_STARTED = 4;

  @Spec private CommandSpec spec;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "The hub's folder: its keys, and the database where no other is named.")
  private Path data;

  @Option(
      names = "--port",
      defaultValue = "8090",
      paramLabel = "N",
      description = "For terminals; ${DEFAULT-VALUE} if not given, 0 for a free one.")
  private int port;

  @Option(
      names = "--address",
      defaultValue = "127.0.0.1",
      paramLabel = "ADDRESS",
      description = "Where to listen for terminals; ${DEFAULT-VALUE} if not given.")
  private String address;

  @Option(
      names = "--admin-port",
      defaultValue = "8091",
      paramLabel = "N",
      description = "For the keeper, on 127.0.0.1; ${DEFAULT-VALUE} if not given.")
  private int adminPort;

  @Option(
      names = "--database",
      defaultValue = "${env:KAIKU_HUB_DATABASE:-}",
      paramLabel = "URL",
      description =
          "JDBC URL of PostgreSQL, here or in KAIKU_HUB_DATABASE, which no other user can read;"
              + " else a SQLite file in the folder.")
  private String database;

  private HubMain() {}

  public static void main(String[] arguments) throws IOException {
    try (InputStream in = HubMain.class.getResourceAsStream("/logging.properties")) {
      LogManager.getLogManager().readConfiguration(in);
    }
    System.exit(new CommandLine(new HubMain()).setUsageHelpAutoWidth(true).execute(arguments));
  }

  @Override
  public Integer call() throws InterruptedException {
    // Not required by picocli, as it would be for the subcommands, too.
    if (data == null) {
      throw new ParameterException(spec.commandLine(), "Missing required option: '--data=DIR'");
    }
    HubSettings settings =
        new HubSettings(data, database, new HubServer.Ports(address, port, adminPort));
    Hub hub;
    try {
      hub = Hub.start(settings, InstantSource.system());
    } catch (IOException | RuntimeException e) {
      System.err.println("kaiku hub: not started: " + e.getMessage());
      return EXIT_NOT_STARTED;
    }
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            Thread.ofPlatform()
                .name("stop")
                .unstarted(
                    () -> {
                      hub.close();
                      stopped.countDown();
                    }));
    System.out.println(
        "READY http://%s:%d/ admin http://127.0.0.1:%d/"
            .formatted(address, hub.port(), hub.adminPort()));
    stopped.await();
    return 0;
  }
}
