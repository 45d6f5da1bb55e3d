package org.callboard.api;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.json.schema.Draft;
import io.vertx.json.schema.JsonSchema;
import io.vertx.json.schema.JsonSchemaOptions;
import io.vertx.json.schema.OutputFormat;
import io.vertx.json.schema.OutputUnit;
import io.vertx.json.schema.SchemaRepository;
import io.vertx.openapi.contract.OpenAPIContract;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The description of the API as a node serves it, read by a real parser of OpenAPI. */
final class Described implements AutoCloseable {
  private static final String BASE = "https://callboard.invalid/api";
  private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

  private final Vertx vertx = Vertx.vertx();
  private final JsonObject document;
  private final SchemaRepository schemas;

  Described() {
    this.document = new JsonObject(yaml());
    OpenAPIContract.from(vertx, new JsonObject(knownMediaTypes(document.encode()))).await();
    schemas =
        SchemaRepository.create(
            new JsonSchemaOptions()
                .setBaseUri(BASE)
                .setDraft(Draft.DRAFT202012)
                .setOutputFormat(OutputFormat.Basic));
    JsonObject components = new JsonObject().put("schemas", closed());
    schemas.dereference(
        BASE, JsonSchema.of(new JsonObject().put("$id", BASE).put("components", components)));
  }

  private static Map<String, Object> yaml() {
    try (InputStream file = Described.class.getResourceAsStream("/openapi/openapi.yaml")) {
      return new YAMLMapper().readValue(file, new TypeReference<>() {});
    } catch (IOException unreadable) {
      throw new AssertionError(unreadable);
    }
  }

  /**
   * The parser holds all of it against OpenAPI 3.1, but refuses media types that it cannot read.
   */
  private static String knownMediaTypes(String json) {
    return json.replace("application/problem+json", "application/json")
        .replace("application/yaml", "text/plain");
  }

  /** Readers must ignore what they do not know; here what nobody wrote down is a fault. */
  private JsonObject closed() {
    JsonObject all = document.getJsonObject("components").getJsonObject("schemas").copy();
    for (String name : all.fieldNames()) {
      JsonObject schema = all.getJsonObject(name);
      if (schema.containsKey("properties") && !schema.containsKey("oneOf")) {
        schema.put("additionalProperties", false);
      }
    }
    return all;
  }

  /** Every operation, as {@code GET /api/event}. */
  Set<String> operations() {
    Set<String> operations = new TreeSet<>();
    for (Map.Entry<String, Object> path : document.getJsonObject("paths")) {
      for (String method : ((JsonObject) path.getValue()).fieldNames()) {
        if (METHODS.contains(method)) {
          operations.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey());
        }
      }
    }
    return operations;
  }

  /** The words that tell changes apart. */
  Set<String> changeTypes() {
    JsonObject change = schema("Change");
    return new TreeSet<>(
        change.getJsonObject("discriminator").getJsonObject("mapping").fieldNames());
  }

  Set<String> fields(String changeType) {
    JsonObject mapping = schema("Change").getJsonObject("discriminator").getJsonObject("mapping");
    String reference = mapping.getString(changeType);
    return new TreeSet<>(
        schema(reference.substring(reference.lastIndexOf('/') + 1))
            .getJsonObject("properties")
            .fieldNames());
  }

  /** The changes that are given as examples. */
  List<JsonObject> examples() {
    JsonObject examples =
        document
            .getJsonObject("paths")
            .getJsonObject("/api/changes")
            .getJsonObject("post")
            .getJsonObject("requestBody")
            .getJsonObject("content")
            .getJsonObject("application/json")
            .getJsonObject("examples");
    return examples.stream()
        .map(example -> ((JsonObject) example.getValue()).getJsonObject("value"))
        .toList();
  }

  private JsonObject schema(String name) {
    return document.getJsonObject("components").getJsonObject("schemas").getJsonObject(name);
  }

  /** What of an answer is not as a schema has it. */
  List<String> faults(String schema, JsonObject answer) {
    JsonSchema reference =
        JsonSchema.of(new JsonObject().put("$ref", BASE + "#/components/schemas/" + schema));
    OutputUnit result = schemas.validator(reference).validate(answer);
    List<String> faults = new ArrayList<>();
    if (!result.getValid()) {
      result
          .getErrors()
          .forEach(error -> faults.add(error.getInstanceLocation() + " " + error.getError()));
    }
    return faults;
  }

  @Override
  public void close() {
    vertx.close().await();
  }
}
