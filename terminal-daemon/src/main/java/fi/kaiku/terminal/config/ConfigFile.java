package fi.kaiku.terminal.config;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.SortedSet;
import java.util.function.BiFunction;

/** One configuration file on its way from bytes to a record. */
final class ConfigFile {
  /** Bytes; a thousand times a usual one. */
  private static final long SIZE_MAX = 1 << 20;

  private final Path file;
  private final ConfigProblems problems = new ConfigProblems();

  ConfigFile(Path file) {
    this.file = file;
  }

  /**
   * Reads all of it.
   *
   * @param <T> the record
   * @param read takes the root section, and the folder that relative paths start at
   */
  <T> T read(BiFunction<Section, Path, T> read) throws ConfigException {
    Section root = new Section(ConfigTree.read(text(), problems), "", problems);
    problems.throwIfAny(file);
    T config = read.apply(root, file.toAbsolutePath().getParent());
    root.end();
    problems.throwIfAny(file);
    return config;
  }

  /** All keys that the last reading would have understood. */
  SortedSet<String> keysAskedFor() {
    return problems.keysAskedFor();
  }

  private String text() throws ConfigException {
    try {
      if (Files.size(file) > SIZE_MAX) {
        throw failed("larger than " + SIZE_MAX + " bytes: not a configuration");
      }
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
          .toString();
    } catch (NoSuchFileException e) {
      throw failed("there is no such file");
    } catch (CharacterCodingException e) {
      throw failed("not UTF-8 text");
    } catch (IOException e) {
      throw failed("can't be read: " + e);
    }
  }

  private ConfigException failed(String trouble) throws ConfigException {
    problems.add(Place.START, "", "", trouble);
    return new ConfigException(file, problems.all());
  }
}
