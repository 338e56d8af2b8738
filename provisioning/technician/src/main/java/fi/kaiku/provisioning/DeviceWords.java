package fi.kaiku.provisioning;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * What the self-test says, in one language. The words for health codes and conditions are the
 * desk's own, read from the kiosk UI's jar: a code means the same wherever it is read.
 */
final class DeviceWords {
  private final Properties labels;
  private final JsonNode desk;

  private DeviceWords(Properties labels, JsonNode desk) {
    this.labels = labels;
    this.desk = desk;
  }

  /** The cause of a trouble and what to do, from the desk's words. */
  record Trouble(String title, String why, String now) {}

  static DeviceWords of(Language language, Path uiJar) {
    String code = language.name().toLowerCase(Locale.ROOT);
    try (InputStream in = DeviceWords.class.getResourceAsStream("devices-" + code + ".properties");
        Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8);
        ZipFile jar = new ZipFile(uiJar.toFile())) {
      Properties labels = new Properties();
      labels.load(reader);
      ZipEntry words = jar.getEntry("web/i18n/" + code + ".json");
      return new DeviceWords(labels, new ObjectMapper().readTree(jar.getInputStream(words)));
    } catch (IOException e) {
      throw new PlainWordsException(
          ExitCode.FAILED, "the words in " + uiJar + " can't be read: " + e.getMessage(), e);
    }
  }

  /** A label; its own name where there is none, so that a newer daemon's word still shows. */
  String label(String key) {
    return labels.getProperty(key, key.substring(key.indexOf('.') + 1));
  }

  /** What a device can do or is set to; names and numbers stay as they are. */
  String value(String ability, String value) {
    return labels.getProperty("value." + ability + "." + value, value);
  }

  /** A sentence on how a scanner is set; its name and value where there is none. */
  String fact(String name, String value) {
    String sentence =
        labels.getProperty("probe." + name + "." + value, labels.getProperty("probe." + name));
    return sentence == null ? name + ": " + value : sentence.formatted(value(name, value));
  }

  Trouble health(String code) {
    return trouble(desk.path("health").path(code), code);
  }

  Trouble condition(String condition) {
    return trouble(desk.path("condition").path(condition), condition);
  }

  private static Trouble trouble(JsonNode words, String otherwise) {
    return new Trouble(
        words.path("title").asText(otherwise),
        words.path("why").asText(""),
        words.path("now").asText(""));
  }
}
