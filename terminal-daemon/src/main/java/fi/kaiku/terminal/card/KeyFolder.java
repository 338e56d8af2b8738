package fi.kaiku.terminal.card;

import fi.kaiku.terminal.disk.DurableFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The folder {@code keys/} beside the databases (0700): {@code national-N.key} and, where systemd
 * gives no credential, {@code wrapping.key}; each 0600, 64 hex digits and a line feed. Keys are
 * made at the first start and never replaced by themselves: a damaged one stops the start, for a
 * new one would make every hash and every sealed id worthless without a word.
 */
public final class KeyFolder {
  private static final System.Logger LOG = System.getLogger(KeyFolder.class.getName());

  /** Systemd's {@code LoadCredential=kaiku-wrapping-key}; 32 bytes or 64 hex digits. */
  static final String CREDENTIAL = "kaiku-wrapping-key";

  private static final String CREDENTIALS_DIRECTORY = "CREDENTIALS_DIRECTORY";
  private static final String WRAPPING_KEY = "wrapping.key";
  private static final Pattern NATIONAL_KEY = Pattern.compile("national-([1-9]\\d{0,8})\\.key");
  private static final Set<PosixFilePermission> OWNER_FILE =
      PosixFilePermissions.fromString("rw-------");
  private static final Set<PosixFilePermission> OWNER_FOLDER =
      PosixFilePermissions.fromString("rwx------");

  private final Path folder;
  private final SecureRandom random;

  private KeyFolder(Path folder, SecureRandom random) {
    this.folder = folder;
    this.random = random;
  }

  /** Makes the folder when it is missing, and shuts out others when it was open to them. */
  public static KeyFolder open(Path folder, SecureRandom random) throws IOException {
    DurableFile.makePrivateFolder(folder);
    tighten(folder, OWNER_FOLDER);
    return new KeyFolder(folder, random);
  }

  /** The national key with the highest number; number 1 is made when there is none. */
  public NationalKey nationalKey() throws IOException {
    OptionalInt newest = newestNumber();
    if (newest.isPresent()) {
      return nationalKey(newest.getAsInt());
    }
    NationalKey made = new NationalKey(NationalKey.FIRST_NUMBER, fresh());
    write(nationalFile(made.number()), made.hex());
    return made;
  }

  /** All national keys: old ones stay, for what is stored under them. */
  public List<NationalKey> nationalKeys() throws IOException {
    List<NationalKey> keys = new ArrayList<>();
    for (int number : numbers()) {
      keys.add(nationalKey(number));
    }
    return keys;
  }

  /** Keeps a key that the hub has given, durably; in place of one with its number. */
  public void keep(NationalKey key) throws IOException {
    write(nationalFile(key.number()), key.hex());
  }

  /** The key that seals clear ids: systemd's credential, else a file here, made when missing. */
  public CardVault vault(Map<String, String> environment) throws IOException {
    String credentials = environment.getOrDefault(CREDENTIALS_DIRECTORY, "");
    if (!credentials.isEmpty()) {
      Path credential = Path.of(credentials, CREDENTIAL);
      if (Files.exists(credential)) {
        return new CardVault(read(credential), random);
      }
    }
    Path file = folder.resolve(WRAPPING_KEY);
    if (Files.notExists(file)) {
      write(file, HexFormat.of().formatHex(fresh()));
    }
    tighten(file, OWNER_FILE);
    return new CardVault(read(file), random);
  }

  /** Where the terminal's own key for speaking to the hub stands. */
  public Path hubKeyFile() {
    return folder.resolve("hub.key");
  }

  /** Where it stands that the hub knows this terminal. */
  public Path enrolmentFile() {
    return folder.resolve("hub-enrolment.json");
  }

  private NationalKey nationalKey(int number) throws IOException {
    Path file = nationalFile(number);
    tighten(file, OWNER_FILE);
    return new NationalKey(number, read(file));
  }

  private OptionalInt newestNumber() throws IOException {
    return IntStream.of(numbers()).max();
  }

  private int[] numbers() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> NATIONAL_KEY.matcher(file.getFileName().toString()))
          .filter(Matcher::matches)
          .mapToInt(name -> Integer.parseInt(name.group(1)))
          .toArray();
    }
  }

  private Path nationalFile(int number) {
    return folder.resolve("national-" + number + ".key");
  }

  private byte[] fresh() {
    byte[] key = new byte[NationalKey.LENGTH];
    random.nextBytes(key);
    return key;
  }

  private static void write(Path file, String hex) throws IOException {
    DurableFile.write(file, (hex + "\n").getBytes(StandardCharsets.US_ASCII));
  }

  private static byte[] read(Path file) throws IOException {
    byte[] content = Files.readAllBytes(file);
    if (content.length == NationalKey.LENGTH) {
      return content;
    }
    String hex = new String(content, StandardCharsets.US_ASCII).strip();
    if (hex.length() == 2 * NationalKey.LENGTH && hex.chars().allMatch(HexFormat::isHexDigit)) {
      return HexFormat.of().parseHex(hex);
    }
    throw new IOException(
        "key file %s is damaged: %d bytes, expected 64 hex digits. Put the right one back from"
                .formatted(file, content.length)
            + " the backup; a new key would not fit what is stored");
  }

  private static void tighten(Path path, Set<PosixFilePermission> wanted) throws IOException {
    Set<PosixFilePermission> found = Files.getPosixFilePermissions(path);
    if (!wanted.containsAll(found)) {
      Files.setPosixFilePermissions(path, wanted);
      LOG.log(
          System.Logger.Level.WARNING,
          "{0} was open to others ({1}); it is now {2}",
          path,
          PosixFilePermissions.toString(found),
          PosixFilePermissions.toString(wanted));
    }
  }
}
