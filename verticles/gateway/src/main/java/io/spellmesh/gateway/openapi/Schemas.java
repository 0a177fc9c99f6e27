package io.spellmesh.gateway.openapi;

import com.fasterxml.classmate.ResolvedType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.CustomDefinition.AttributeInclusion;
import com.github.victools.jsonschema.generator.CustomDefinition.DefinitionType;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaBuilder;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.generator.naming.CleanSchemaDefinitionNamingStrategy;
import com.github.victools.jsonschema.generator.naming.DefaultSchemaDefinitionNamingStrategy;
import com.github.victools.jsonschema.module.jackson.JacksonModule;
import com.github.victools.jsonschema.module.jackson.JacksonOption;
import io.spellmesh.contract.Wire;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** JSON schemas of the wire's records, as Jackson writes them. */
final class Schemas {
  private static final String PLACE = "components/schemas";
  private static final Map<Class<?>, String> SCALARS = Map.of(UUID.class, "uuid", Instant.class, "date-time");

  private final SchemaBuilder builder = new SchemaGenerator(configuration().build())
      .buildMultipleSchemaDefinitions();

  private static SchemaGeneratorConfigBuilder configuration() {
    SchemaGeneratorConfigBuilder configuration = new SchemaGeneratorConfigBuilder(
        Wire.mapper(), SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
        .with(new JacksonModule(JacksonOption.FLATTENED_ENUMS_FROM_JSONVALUE))
        .with(Option.DEFINITIONS_FOR_ALL_OBJECTS, Option.DEFINITION_FOR_MAIN_SCHEMA)
        .without(Option.SCHEMA_VERSION_INDICATOR, Option.FLATTENED_OPTIONALS);
    configuration.forFields().withRequiredCheck(Schemas::isRequired)
        // The vendor's own way makes them nullable, but what is absent is never written as null.
        .withTargetTypeOverridesResolver(Schemas::insideOptional);
    configuration.forTypesInGeneral()
        .withDefinitionNamingStrategy(new CleanSchemaDefinitionNamingStrategy(
            new DefaultSchemaDefinitionNamingStrategy(), name -> name.replaceAll("[^A-Za-z0-9._-]", "-")))
        .withCustomDefinitionProvider((type, context) ->
        plain(type.getErasedType()).map(schema -> new CustomDefinition(
            schema, DefinitionType.INLINE, AttributeInclusion.YES)).orElse(null));
    return configuration;
  }

  private static boolean isRequired(FieldScope field) {
    return field.getDeclaredType().getErasedType() != Optional.class && !field.isFakeContainerItemScope();
  }

  /** Null where the type stays as it is: the vendor has it so. */
  private static List<ResolvedType> insideOptional(FieldScope field) {
    return field.getType() != null && field.getType().getErasedType() == Optional.class
        ? field.getType().typeParametersFor(Optional.class) : null;
  }

  /** What reflection would take apart, although it is one value on the wire. */
  private static Optional<ObjectNode> plain(Class<?> type) {
    ObjectNode schema = Wire.mapper().createObjectNode();
    if (SCALARS.containsKey(type)) {
      return Optional.of(schema.put("type", "string").put("format", SCALARS.get(type)));
    }
    if (type == ObjectNode.class || Map.class.isAssignableFrom(type)) {
      return Optional.of(schema.put("type", "object"));
    }
    return JsonNode.class.isAssignableFrom(type) ? Optional.of(schema) : Optional.empty();
  }

  /** A schema, or a reference to where {@link #all()} has it. */
  JsonNode of(Class<?> type) {
    return builder.createSchemaReference(type);
  }

  /** Everything that was referred to. */
  JsonNode all() {
    return builder.collectDefinitions(PLACE);
  }
}
