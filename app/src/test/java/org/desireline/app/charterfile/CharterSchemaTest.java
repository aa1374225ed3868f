package org.desireline.app.charterfile;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What editors complete from the published schema is what is read, and the other way round. */
class CharterSchemaTest {

    private static final JsonNode SCHEMA = JsonMapper.shared().readTree(CharterFiles.schema());

    static String resource(String name) throws IOException {
        try (var in = CharterSchemaTest.class.getResourceAsStream("/charter/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static JsonNode resolved(JsonNode schema) {
        return schema.has("$ref") ? SCHEMA.at(schema.get("$ref").asString().substring(1)) : schema;
    }

    /** The schema of the entries of a list or of a group, empty where there is none. */
    private static JsonNode below(JsonNode schema, String key) {
        JsonNode resolved = resolved(schema);
        JsonNode property = resolved.at("/properties").path(key);
        JsonNode other = resolved.path("additionalProperties");
        return property.isMissingNode() && other.isObject() ? other : property;
    }

    /** The keys that an editor would not have offered where they stand. */
    private static void uncompleted(JsonNode value, JsonNode schema, String path, Set<String> found) {
        if (value.isArray()) {
            value.forEach(one -> uncompleted(one, resolved(schema).path("items"), path + "[]", found));
        }
        for (var entry : value.properties()) {
            JsonNode next = below(schema, entry.getKey());
            if (next.isMissingNode() && !resolved(schema).path("else").has("additionalProperties")) {
                found.add(path + "." + entry.getKey());
            }
            uncompleted(entry.getValue(), next, path + "." + entry.getKey(), found);
        }
    }

    /** All keys that an editor offers, by the place in the schema where they stand. */
    private static void offered(JsonNode schema, String path, Set<String> found) {
        JsonNode resolved = resolved(schema);
        for (var entry : resolved.path("properties").properties()) {
            found.add(path + "." + entry.getKey());
            offered(entry.getValue(), path + "." + entry.getKey(), found);
        }
        if (resolved.path("items").isObject()) {
            offered(resolved.get("items"), path + "[]", found);
        }
        if (resolved.path("additionalProperties").isObject()) {
            offered(resolved.get("additionalProperties"), path + ".*", found);
        }
    }

    private static void used(JsonNode value, JsonNode schema, String path, Set<String> found) {
        if (value.isArray()) {
            value.forEach(one -> used(one, resolved(schema).path("items"), path + "[]", found));
        }
        for (var entry : value.properties()) {
            boolean named = resolved(schema).path("properties").has(entry.getKey());
            String next = path + "." + (named ? entry.getKey() : "*");
            found.add(next);
            used(entry.getValue(), below(schema, entry.getKey()), next, found);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"riverbank.yaml", "everything.yaml"})
    void everyKeyOfACharterIsCompletedWhereItStands(String name) throws IOException {
        TreeSet<String> uncompleted = new TreeSet<>();
        uncompleted(new YAMLMapper().readTree(resource(name)), SCHEMA, "", uncompleted);
        assertThat(uncompleted).isEmpty();
    }

    @Test
    void aKeyThatIsNotCompletedIsFound() {
        TreeSet<String> uncompleted = new TreeSet<>();
        uncompleted(new YAMLMapper().readTree("priorities: [{ id: a, include: {} }]"), SCHEMA, "", uncompleted);
        assertThat(uncompleted).containsExactly(".priorities[].include");
    }

    @Test
    void everyKeyThatIsOfferedIsReadAndNotIgnored() throws IOException {
        TreeSet<String> offered = new TreeSet<>();
        offered(SCHEMA, "", offered);
        TreeSet<String> used = new TreeSet<>();
        String everything = resource("everything.yaml");
        used(new YAMLMapper().readTree(everything), SCHEMA, "", used);
        assertThat(used).as("the charter that uses everything").containsAll(offered);
        // The reader refuses to go on when a key of a sound charter was not asked for.
        CharterReader.Read read = CharterReader.read("charter.yaml", everything.getBytes(StandardCharsets.UTF_8),
                ZoneOffset.UTC);
        assertThat(read.mistakes()).isEmpty();
        assertThat(offered).hasSizeGreaterThan(60);
    }

    @Test
    void everyEntryExplainsItselfAndGivesAnExample() {
        TreeSet<String> silent = new TreeSet<>();
        for (var definition : SCHEMA.get("$defs").properties()) {
            silent(definition.getValue(), definition.getKey(), silent);
        }
        silent(SCHEMA, "", silent);
        assertThat(silent).isEmpty();
    }

    private static void silent(JsonNode schema, String path, Set<String> found) {
        for (var entry : schema.path("properties").properties()) {
            JsonNode property = entry.getValue();
            boolean described = property.has("description") || resolved(property).has("description");
            boolean exemplified = property.has("examples") || resolved(property).has("examples")
                    || resolved(property).has("enum");
            if (!described || !exemplified || !resolved(property).has("title")) {
                found.add(path + "." + entry.getKey());
            }
            silent(property, path + "." + entry.getKey(), found);
        }
        if (schema.path("items").isObject()) {
            silent(schema.get("items"), path + "[]", found);
        }
    }

    @Test
    void theSchemaIsAJsonSchemaAndItsExamplesFitIt() {
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
        Schema meta = registry.getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
        assertThat(meta.validate(CharterFiles.schema(), InputFormat.JSON)).isEmpty();
        for (var definition : SCHEMA.get("$defs").properties()) {
            Schema one = registry.getSchema(JsonMapper.shared().readTree("{\"$ref\":\"urn:desireline:charter:1#/$defs/"
                    + definition.getKey() + "\",\"$defs\":{\"x\":" + SCHEMA + "}}"));
            definition.getValue().path("examples").forEach(example ->
                    assertThat(one.validate(example)).as(definition.getKey() + " " + example).isEmpty());
        }
    }

    @Test
    void theSchemaThatIsReadIsTheOneThatIsPublished() throws IOException {
        Path top = Path.of("").toAbsolutePath();
        while (!Files.exists(top.resolve("schema").resolve(CharterFiles.SCHEMA_FILE))) {
            top = top.getParent();
        }
        assertThat(Files.readString(top.resolve("schema").resolve(CharterFiles.SCHEMA_FILE)))
                .isEqualTo(CharterFiles.schema());
        assertThat(CharterFiles.schemaLine(".desireline/" + CharterFiles.SCHEMA_FILE))
                .isEqualTo("# yaml-language-server: $schema=.desireline/charter-1.schema.json");
    }
}
