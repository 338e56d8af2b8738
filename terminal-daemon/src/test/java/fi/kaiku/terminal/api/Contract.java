package fi.kaiku.terminal.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The daemon's openapi.yaml as the tests read it. */
public final class Contract {
  private static final Set<String> METHODS = Set.of("get", "post", "put", "delete", "patch");

  /** One path and method. */
  public record Operation(String method, String path, Set<String> sockets, JsonNode node) {
    public String name() {
      return method + " " + path;
    }
  }

  private final JsonNode document;

  private Contract(JsonNode document) {
    this.document = document;
  }

  public static Contract read() {
    try (InputStream in = Contract.class.getResourceAsStream("openapi.yaml")) {
      return new Contract(new YAMLMapper().readTree(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public List<Operation> operations() {
    List<Operation> operations = new ArrayList<>();
    document
        .get("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        entry -> {
                          if (METHODS.contains(entry.getKey())) {
                            operations.add(
                                new Operation(
                                    entry.getKey().toUpperCase(Locale.ROOT),
                                    path.getKey(),
                                    tags(entry.getValue()),
                                    entry.getValue()));
                          }
                        }));
    return operations;
  }

  private static Set<String> tags(JsonNode operation) {
    List<String> tags = new ArrayList<>();
    operation.get("tags").forEach(tag -> tags.add(tag.asText()));
    return Set.copyOf(tags);
  }

  List<String> schemaNames() {
    List<String> names = new ArrayList<>();
    schemas().fieldNames().forEachRemaining(names::add);
    return names;
  }

  JsonNode schema(String name) {
    return schemas().required(name);
  }

  private JsonNode schemas() {
    return document.required("components").required("schemas");
  }

  /** What is wrong with a value by a named schema; empty when nothing is. */
  public List<String> problems(String schema, JsonNode value) {
    return new SchemaCheck(document).problems(schema(schema), value);
  }

  /** The media types that an operation may answer with in a status; its default for others. */
  public Set<String> mediaTypes(Operation operation, int status) {
    Set<String> types = new HashSet<>();
    response(operation, status).path("content").fieldNames().forEachRemaining(types::add);
    return types;
  }

  /** What is wrong with the answer to an operation, which must be one of its media types. */
  public List<String> problems(Operation operation, int status, String mediaType, JsonNode body) {
    JsonNode content = response(operation, status).path("content").path(mediaType);
    return content.isMissingNode()
        ? List.of("no answer " + status + " of " + mediaType + " is described")
        : new SchemaCheck(document).problems(content.required("schema"), body);
  }

  private JsonNode response(Operation operation, int status) {
    JsonNode responses = operation.node().required("responses");
    JsonNode described = responses.path(Integer.toString(status));
    return new SchemaCheck(document)
        .resolve(described.isMissingNode() ? responses.path("default") : described);
  }
}
