package fi.kaiku.hub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The hub's openapi.yaml, as it serves it, held against what is sent and answered. */
final class Contract {
  private static final String BASE = "https://kaiku.example/openapi";

  private final JsonNode document;
  private final JsonSchemaFactory schemas;
  private final Set<String> walked = new TreeSet<>();

  Contract(String yaml) throws IOException {
    this.document = new YAMLMapper().readTree(yaml);
    String json = document.toString();
    this.schemas =
        JsonSchemaFactory.getInstance(
            VersionFlag.V202012,
            builder -> builder.schemaLoaders(loaders -> loaders.schemas(Map.of(BASE, json))));
  }

  /** For example {@code POST /v1/admissions}, of those with the tag. */
  Set<String> operations(String tag) {
    Set<String> operations = new TreeSet<>();
    document
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        method -> {
                          if (method.getValue().path("tags").toString().contains(tag)) {
                            operations.add(
                                method.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey());
                          }
                        }));
    return operations;
  }

  Set<String> walked() {
    return walked;
  }

  /** The body that is sent must be as described. */
  void sends(String operation, JsonNode body) {
    check(at(operation) + "/requestBody/content/application~1json/schema", body);
  }

  /** The status must be listed, and the body as described for it. */
  void answers(String operation, Till.Reply reply) {
    JsonNode responses = document.at(at(operation) + "/responses");
    String status = Integer.toString(reply.status());
    assertThat(responses.has(status)).as("%s may answer %s", operation, status).isTrue();
    walked.add(operation);
    String response = at(operation) + "/responses/" + status;
    if (document.at(response).has("$ref")) {
      response = document.at(response).path("$ref").asText().substring(1);
    }
    JsonNode content = document.at(response).path("content");
    if (content.isMissingNode()) {
      assertThat(reply.response().body()).as(operation).isEmpty();
      return;
    }
    assertThat(content.has(reply.mediaType())).as(operation + ": " + reply.mediaType()).isTrue();
    if (reply.mediaType().endsWith("json") && !reply.mediaType().endsWith("ndjson")) {
      String type = reply.mediaType().replace("/", "~1");
      check(response + "/content/" + type + "/schema", reply.json());
    }
  }

  /** One line of an answer that is streamed. */
  void line(String operation, JsonNode line) {
    check(at(operation) + "/responses/200/content/application~1x-ndjson/schema", line);
  }

  private static String at(String operation) {
    String[] parts = operation.split(" ", 2);
    return "/paths/" + parts[1].replace("/", "~1") + "/" + parts[0].toLowerCase(Locale.ROOT);
  }

  private void check(String pointer, JsonNode value) {
    JsonSchema schema = schemas.getSchema(SchemaLocation.of(BASE + "#" + pointer));
    assertThat(schema.validate(value)).as(pointer + " of " + value).isEmpty();
  }
}
