package fi.kaiku.terminal.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;

/**
 * Checks JSON against the part of JSON Schema that openapi.yaml uses; a word of a schema that it
 * does not know fails the check. Stricter than the standard in one point: an object with described
 * properties may have no others, so that nothing goes out undescribed.
 */
final class SchemaCheck {
  private static final Set<String> WORDS =
      Set.of(
          "$ref",
          "type",
          "enum",
          "oneOf",
          "required",
          "properties",
          "items",
          "format",
          "minimum",
          "maximum",
          "maxLength",
          "description",
          "default");

  private final JsonNode document;

  SchemaCheck(JsonNode document) {
    this.document = document;
  }

  List<String> problems(JsonNode schema, JsonNode value) {
    List<String> problems = new ArrayList<>();
    check("$", resolve(schema), value, problems);
    return problems;
  }

  JsonNode resolve(JsonNode node) {
    return node.has("$ref") ? document.at(node.get("$ref").asText().substring(1)) : node;
  }

  private void check(String at, JsonNode schema, JsonNode value, List<String> problems) {
    schema.fieldNames().forEachRemaining(word -> known(at, word, problems));
    if (schema.has("oneOf")) {
      checkOneOf(at, schema.get("oneOf"), value, problems);
    }
    if (schema.has("type") && !isOfType(schema.get("type"), value)) {
      problems.add(at + ": expected " + schema.get("type") + ", got " + value.getNodeType());
      return;
    }
    if (schema.has("enum") && !contains(schema.get("enum"), value)) {
      problems.add(at + ": expected one of " + schema.get("enum") + ", got " + value);
    }
    checkLimits(at, schema, value, problems);
    if (value.isObject()) {
      checkObject(at, schema, value, problems);
    } else if (value.isArray() && schema.has("items")) {
      checkItems(at, resolve(schema.get("items")), value, problems);
    }
  }

  private static void known(String at, String word, List<String> problems) {
    if (!WORDS.contains(word)) {
      problems.add(at + ": the schema's word '" + word + "' is not known to this check");
    }
  }

  private void checkOneOf(String at, JsonNode choices, JsonNode value, List<String> problems) {
    List<List<String>> results = new ArrayList<>();
    choices.forEach(choice -> results.add(problems(choice, value)));
    if (results.stream().filter(List::isEmpty).count() != 1) {
      problems.add(at + ": fits not exactly one of the choices: " + results);
    }
  }

  private void checkObject(String at, JsonNode schema, JsonNode value, List<String> problems) {
    schema.path("required").forEach(name -> present(at, name.asText(), value, problems));
    JsonNode properties = schema.path("properties");
    if (properties.isMissingNode()) {
      return;
    }
    value
        .properties()
        .forEach(
            field -> {
              JsonNode described = properties.path(field.getKey());
              String path = at + "." + field.getKey();
              if (described.isMissingNode()) {
                problems.add(path + ": not described");
              } else {
                check(path, resolve(described), field.getValue(), problems);
              }
            });
  }

  private static void present(String at, String name, JsonNode value, List<String> problems) {
    if (!value.has(name)) {
      problems.add(at + "." + name + ": missing");
    }
  }

  private void checkItems(String at, JsonNode schema, JsonNode list, List<String> problems) {
    for (int i = 0; i < list.size(); i++) {
      check(at + "[" + i + "]", schema, list.get(i), problems);
    }
  }

  private static void checkLimits(
      String at, JsonNode schema, JsonNode value, List<String> problems) {
    if (value.isTextual() && !hasFormat(schema.path("format").asText(), value.asText())) {
      problems.add(at + ": '" + value.asText() + "' is no " + schema.get("format").asText());
    }
    if (value.isTextual() && value.asText().length() > schema.path("maxLength").asInt(1 << 20)) {
      problems.add(at + ": longer than " + schema.get("maxLength"));
    }
    boolean below = value.asLong() < schema.path("minimum").asLong(Long.MIN_VALUE);
    boolean above = value.asLong() > schema.path("maximum").asLong(Long.MAX_VALUE);
    if (value.isNumber() && (below || above)) {
      problems.add(at + ": " + value + " is beyond its limits");
    }
  }

  private static boolean hasFormat(String format, String text) {
    try {
      return switch (format) {
        case "date-time" -> OffsetDateTime.parse(text) != null;
        case "date" -> LocalDate.parse(text) != null;
        case "uuid" -> UUID.fromString(text).toString().equals(text);
        default -> true;
      };
    } catch (DateTimeParseException | IllegalArgumentException e) {
      return false;
    }
  }

  private static boolean isOfType(JsonNode type, JsonNode value) {
    return type.isArray()
        ? StreamSupport.stream(type.spliterator(), false).anyMatch(t -> isOfType(t, value))
        : switch (type.asText()) {
          case "object" -> value.isObject();
          case "array" -> value.isArray();
          case "string" -> value.isTextual();
          case "integer" -> value.isIntegralNumber();
          case "number" -> value.isNumber();
          case "boolean" -> value.isBoolean();
          case "null" -> value.isNull();
          default -> false;
        };
  }

  private static boolean contains(JsonNode list, JsonNode value) {
    return StreamSupport.stream(list.spliterator(), false).anyMatch(value::equals);
  }
}
