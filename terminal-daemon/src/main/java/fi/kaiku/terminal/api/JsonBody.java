package fi.kaiku.terminal.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.helidon.webserver.http.ServerRequest;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/**
 * A JSON object that somebody sent, read field by field. Each thing that is not as agreed ends the
 * request with {@code bad-request} and a text that names the field, what was expected and what kind
 * of thing came; never the value, which may be a card's id. {@link #end()} refuses what nobody
 * asked for.
 */
final class JsonBody {
  private final String where;
  private final JsonNode node;
  private final Set<String> known = new LinkedHashSet<>();

  private JsonBody(String where, JsonNode node) {
    this.where = where;
    this.node = node;
    if (!node.isObject()) {
      throw unexpected(where.isEmpty() ? "the body" : "field '" + where + "'", "an object", node);
    }
  }

  static JsonBody of(byte[] body) {
    return new JsonBody("", JsonText.parse(body));
  }

  /** The body of a request. */
  static JsonBody of(ServerRequest request) {
    return of(request.content().hasEntity() ? request.content().as(byte[].class) : new byte[0]);
  }

  String text(String field, int maxLength) {
    JsonNode value = field(field);
    String expected = "a text of at most " + maxLength + " characters";
    if (!value.isTextual()) {
      throw unexpected(name(field), expected, value);
    }
    String text = value.textValue();
    if (text.length() > maxLength) {
      throw bad(name(field) + ": expected " + expected + ", got one of " + text.length());
    }
    return text;
  }

  /** Empty when the field is not there. */
  String textOrEmpty(String field, int maxLength) {
    return node.has(field) ? text(field, maxLength) : note(field, "");
  }

  int count(String field, int min, int max) {
    JsonNode value = field(field);
    String expected = "a whole number from " + min + " to " + max;
    if (!value.isIntegralNumber()) {
      throw unexpected(name(field), expected, value);
    }
    if (!value.canConvertToInt() || value.intValue() < min || value.intValue() > max) {
      throw bad(name(field) + ": expected " + expected + ", got another number");
    }
    return value.intValue();
  }

  boolean yesOrNo(String field) {
    JsonNode value = field(field);
    if (!value.isBoolean()) {
      throw unexpected(name(field), "true or false", value);
    }
    return value.booleanValue();
  }

  UUID uuid(String field) {
    return Uuids.parse(name(field), text(field, Uuids.LENGTH));
  }

  /** A list of objects, each read to its end by {@code read}. */
  <T> List<T> objects(String field, int maxItems, Function<JsonBody, T> read) {
    List<T> items = new ArrayList<>();
    int index = 0;
    for (JsonNode item : list(field, maxItems)) {
      JsonBody body = new JsonBody(path(field) + "[" + index++ + "]", item);
      items.add(read.apply(body));
      body.end();
    }
    return items;
  }

  /** A list of words out of {@code allowed}. */
  List<String> words(String field, List<String> allowed) {
    List<String> words = new ArrayList<>();
    for (JsonNode item : list(field, allowed.size())) {
      if (!item.isTextual() || !allowed.contains(item.textValue())) {
        throw unexpected(name(field), "a list out of " + String.join(", ", allowed), item);
      }
      words.add(item.textValue());
    }
    return words;
  }

  /** Refuses fields that were not asked for. */
  void end() {
    for (String field : (Iterable<String>) node::fieldNames) {
      if (!known.contains(field)) {
        throw bad(name(field) + " is not known: expected " + String.join(", ", known));
      }
    }
  }

  private JsonNode list(String field, int maxItems) {
    JsonNode value = field(field);
    String expected = "a list of at most " + maxItems;
    if (!value.isArray()) {
      throw unexpected(name(field), expected, value);
    }
    if (value.size() > maxItems) {
      throw bad(name(field) + ": expected " + expected + ", got " + value.size());
    }
    return value;
  }

  private JsonNode field(String field) {
    return note(field, node.path(field));
  }

  private <T> T note(String field, T value) {
    known.add(field);
    return value;
  }

  private String name(String field) {
    return "field '" + path(field) + "'";
  }

  private String path(String field) {
    return where.isEmpty() ? field : where + "." + field;
  }

  private static ProblemException unexpected(String what, String expected, JsonNode got) {
    return bad(what + ": expected " + expected + ", got " + kind(got));
  }

  private static String kind(JsonNode node) {
    return switch (node.getNodeType()) {
      case MISSING -> "nothing";
      case NULL -> "null";
      case STRING -> "a text";
      case NUMBER -> node.isIntegralNumber() ? "a whole number" : "a fraction";
      case BOOLEAN -> "true or false";
      case ARRAY -> "a list";
      case OBJECT -> "an object";
      case BINARY, POJO -> "something else";
    };
  }

  private static ProblemException bad(String detail) {
    return new ProblemException(ProblemType.BAD_REQUEST, detail);
  }
}
