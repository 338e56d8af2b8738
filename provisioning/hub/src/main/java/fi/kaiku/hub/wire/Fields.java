package fi.kaiku.hub.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * One JSON object. Fields that nobody asks for are ignored, so that a terminal may be newer than
 * its hub; they are not stored either. All methods throw {@link MalformedException} where the field
 * is missing or not as agreed.
 */
public record Fields(JsonNode node) {
  /** {@link UUID#fromString} alone takes {@code 1-1-1-1-1} too. */
  private static final Pattern UUID_SHAPE =
      Pattern.compile("[0-9a-fA-F]{8}-([0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}");

  private static final Pattern TIME_SHAPE = Pattern.compile("[0-9T:.+-]{10,40}Z");

  /** Year 9999. */
  private static final long EPOCH_SECOND_MAX = 253_402_300_800L;

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .build();

  public Fields {
    if (!node.isObject()) {
      throw new MalformedException("expected a JSON object");
    }
  }

  public static Fields of(byte[] body) {
    try {
      return new Fields(JSON.readTree(body));
    } catch (JsonProcessingException e) {
      throw new MalformedException(
          "the body is not JSON, at byte " + e.getLocation().getByteOffset());
    } catch (IOException e) {
      throw new IllegalStateException("reading from memory failed", e);
    }
  }

  public String text(String field, Pattern shape) {
    JsonNode value = node.path(field);
    if (!value.isTextual() || !shape.matcher(value.textValue()).matches()) {
      throw new MalformedException(field + ": expected " + shape);
    }
    return value.textValue();
  }

  public int count(String field, int max) {
    JsonNode value = node.path(field);
    if (!value.isInt() || value.intValue() < 0 || value.intValue() > max) {
      throw new MalformedException(field + ": expected a whole number from 0 to " + max);
    }
    return value.intValue();
  }

  public UUID uuid(String field) {
    return UUID.fromString(text(field, UUID_SHAPE));
  }

  /** ISO 8601 in UTC, of a year that computers agree on. */
  public Instant instant(String field) {
    String text = text(field, TIME_SHAPE);
    try {
      Instant instant = Instant.parse(text);
      if (Math.abs(instant.getEpochSecond()) < EPOCH_SECOND_MAX) {
        return instant;
      }
    } catch (DateTimeParseException e) {
      throw new MalformedException(field + ": expected a time that there is");
    }
    throw new MalformedException(field + ": expected a year before 10000");
  }

  /** A list, each item read by {@code read}, which gets what is no object too. */
  public <T> List<T> items(String field, int max, Function<JsonNode, T> read) {
    JsonNode list = node.path(field);
    if (!list.isArray() || list.size() > max) {
      throw new MalformedException(field + ": expected a list of at most " + max);
    }
    List<T> items = new ArrayList<>();
    list.forEach(item -> items.add(read.apply(item)));
    return items;
  }

  /** A list of words of one shape. */
  public List<String> words(String field, int max, Pattern shape) {
    return items(
        field,
        max,
        item -> {
          if (!item.isTextual() || !shape.matcher(item.textValue()).matches()) {
            throw new MalformedException(field + ": expected words such as " + shape);
          }
          return item.textValue();
        });
  }
}
