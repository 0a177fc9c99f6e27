package io.spellmesh.gateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.contract.Wire;
import io.spellmesh.gateway.door.Problem;
import io.spellmesh.gateway.rest.Parameter;
import io.spellmesh.gateway.rest.Route;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * The table of routes as a document.
 *
 * @see <a href="https://spec.openapis.org/oas/v3.1.0.html">OpenAPI 3.1</a>
 */
public final class OpenApi {
  private static final String BEARER = "bearer";

  private final Schemas schemas = new Schemas();
  private final ObjectNode document = Wire.mapper().createObjectNode();

  private OpenApi() {}

  public static ObjectNode of(List<Route> table) {
    return new OpenApi().described(table);
  }

  private ObjectNode described(List<Route> table) {
    document.put("openapi", "3.1.0");
    document.putObject("info").put("title", "Spellmesh").put("version", "1")
        .put("description", "Stores spells and runs them. Ask with 'Authorization: Bearer <access token or"
            + " API key>'. Failures are problem documents (RFC 9457).");
    ObjectNode paths = document.putObject("paths");
    table.forEach(route -> describe(route, paths.withObjectProperty(route.path())));
    ObjectNode components = document.putObject("components");
    components.putObject("securitySchemes").putObject(BEARER)
        .put("type", "http").put("scheme", "bearer").put("bearerFormat", "JWT or API key");
    components.set("schemas", schemas.all());
    return document;
  }

  private void describe(Route route, ObjectNode path) {
    ObjectNode operation = path.putObject(route.method().name().toLowerCase(Locale.ROOT));
    operation.put("operationId", idOf(route)).put("summary", route.summary());
    operation.putArray("tags").add(route.tag());
    route.asks().ifPresent(address -> operation.put("x-operation", address));
    ArrayNode security = operation.putArray("security");
    if (!route.open()) {
      security.addObject().putArray(BEARER);
    }
    ArrayNode parameters = operation.putArray("parameters");
    route.names().forEach(name -> parameter(parameters, "path", name, typeOf(name)).put("required", true));
    route.parameters().forEach(query -> query(parameters, query));
    route.headers().forEach(header -> parameter(parameters, "header", header, String.class));
    route.body().ifPresent(body -> content(operation.putObject("requestBody").put("required", true)
        .put("description", "at most " + body.maxBytes() + " bytes"), "application/json", body.type()));
    responses(route, operation.putObject("responses"));
  }

  private void query(ArrayNode parameters, Parameter<?> query) {
    parameter(parameters, "query", query.name(), query.type()).put("description", query.description());
  }

  private ObjectNode parameter(ArrayNode parameters, String place, String name, Class<?> type) {
    ObjectNode parameter = parameters.addObject().put("name", name).put("in", place);
    parameter.set("schema", schemas.of(type));
    return parameter;
  }

  private void responses(Route route, ObjectNode responses) {
    for (Route.Success success : route.success()) {
      ObjectNode response = responses.withObjectProperty(Integer.toString(success.status()))
          .put("description", "all is well");
      success.type().ifPresent(type -> content(response, success.mediaType(), type));
    }
    content(responses.putObject("default").put("description", "what was wrong"), Problem.MEDIA_TYPE,
        Problem.class);
  }

  private void content(ObjectNode place, String mediaType, Class<?> type) {
    JsonNode schema = schemas.of(type);
    place.withObjectProperty("content").putObject(mediaType).set("schema", schema);
  }

  private static Class<?> typeOf(String name) {
    return switch (name) {
      case "id" -> UUID.class;
      case "n" -> Integer.class;
      default -> String.class;
    };
  }

  /** Unique, because method and path are. */
  private static String idOf(Route route) {
    return route.method().name().toLowerCase(Locale.ROOT)
        + route.path().replaceFirst("^/api", "").replaceAll("[{}]", "").replaceAll("[^A-Za-z0-9]+", "-");
  }
}
