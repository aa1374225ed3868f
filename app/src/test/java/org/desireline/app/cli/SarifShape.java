package org.desireline.app.cli;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What SARIF 2.1.0, and GitHub's reading of it, ask of what {@code check} writes. The official schema may not be kept
 * here; where {@code -Dsarif.schema=FILE} names it, it is asked too.
 */
final class SarifShape {

    private static final Set<String> RUN = Set.of("tool", "columnKind", "automationDetails", "originalUriBaseIds",
            "invocations", "results", "properties");
    private static final Set<String> DRIVER = Set.of("name", "version", "semanticVersion", "rules");
    private static final Set<String> RULE = Set.of("id", "shortDescription", "fullDescription", "help",
            "defaultConfiguration", "properties");
    private static final Set<String> RESULT = Set.of("ruleId", "ruleIndex", "kind", "level", "message", "locations",
            "partialFingerprints", "properties");
    private static final Set<String> INVOCATION = Set.of("executionSuccessful", "exitCode",
            "toolExecutionNotifications");
    private static final List<String> LEVELS = List.of("none", "note", "warning", "error");

    private final List<String> wrong = new ArrayList<>();

    private SarifShape() {}

    /** What is wrong with a text. */
    static List<String> errors(String text) throws IOException {
        SarifShape shape = new SarifShape();
        JsonNode log = JsonMapper.shared().readTree(text);
        shape.only(log, "log", Set.of("$schema", "version", "runs"));
        shape.that(log.path("version").asString("").equals("2.1.0"), "version");
        shape.that(log.path("runs").size() == 1, "one run");
        shape.run(log.at("/runs/0"));
        String official = System.getProperty("sarif.schema");
        if (official != null) {
            Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_4)
                    .getSchema(Files.readString(Path.of(official)));
            schema.validate(text, InputFormat.JSON).forEach(error -> shape.wrong.add(error.toString()));
        }
        return shape.wrong;
    }

    private void that(boolean right, String what) {
        if (!right) {
            wrong.add(what);
        }
    }

    private void only(JsonNode node, String what, Set<String> known) {
        that(node.isObject(), what + " is an object");
        node.propertyNames().forEach(name -> that(known.contains(name), what + " knows no " + name));
    }

    private void text(@Nullable JsonNode node, String what) {
        that(node != null && node.isString() && !node.asString().isBlank(), what + " is a text");
    }

    private void run(JsonNode run) {
        only(run, "run", RUN);
        JsonNode driver = run.at("/tool/driver");
        only(driver, "driver", DRIVER);
        text(driver.get("name"), "name of the driver");
        Set<String> ids = new HashSet<>();
        for (JsonNode rule : driver.path("rules")) {
            only(rule, "rule", RULE);
            text(rule.get("id"), "id of a rule");
            that(ids.add(rule.path("id").asString("")), "each rule once");
            for (String words : List.of("shortDescription", "fullDescription", "help")) {
                text(rule.at("/" + words + "/text"), words);
                that(rule.at("/" + words + "/text").asString("").length() <= 1024, words + " is short");
            }
            that(LEVELS.contains(rule.at("/defaultConfiguration/level").asString("")), "level of a rule");
        }
        for (JsonNode invocation : run.path("invocations")) {
            only(invocation, "invocation", INVOCATION);
            that(invocation.path("executionSuccessful").isBoolean(), "executionSuccessful");
            invocation.path("toolExecutionNotifications").forEach(note -> text(note.at("/message/text"), "note"));
        }
        for (JsonNode base : run.path("originalUriBaseIds")) {
            that(!base.has("uri"), "a base that names a machine");
        }
        that(run.path("results").isArray(), "results");
        that(run.path("results").size() <= Sarif.MOST_RESULTS, "no more results than are read");
        run.path("results").forEach(result -> result(result, run));
    }

    private void result(JsonNode result, JsonNode run) {
        only(result, "result", RESULT);
        text(result.get("ruleId"), "ruleId");
        text(result.at("/message/text"), "message");
        String message = result.at("/message/text").asString("");
        that(!message.replace("{{", "").contains("{") && !message.replace("}}", "").contains("}"), "braces twice");
        that(!message.contains("]("), "no link");
        that(result.path("kind").asString("fail").equals("fail") || result.path("level").asString("").equals("none"),
                "what does not fail has no level");
        that(LEVELS.contains(result.path("level").asString("")), "level");
        that(result.path("ruleId").equals(run.at("/tool/driver/rules/" + result.path("ruleIndex").asInt(-1) + "/id")),
                "ruleIndex is that of ruleId");
        that(result.path("locations").size() == 1, "one location");
        JsonNode place = result.at("/locations/0/physicalLocation");
        String uri = place.at("/artifactLocation/uri").asString("");
        try {
            URI parsed = URI.create(uri);
            that(!parsed.isAbsolute() && !uri.isEmpty() && !uri.startsWith("/") && !uri.contains(".."), "uri " + uri);
        } catch (IllegalArgumentException bad) {
            wrong.add("uri " + uri);
        }
        that(run.path("originalUriBaseIds").has(place.at("/artifactLocation/uriBaseId").asString("")), "uriBaseId");
        that(place.at("/region/startLine").asInt(0) >= 1 && place.at("/region/startColumn").asInt(0) >= 1, "region");
        that(result.path("partialFingerprints").isObject() && !result.path("partialFingerprints").isEmpty(),
                "partialFingerprints");
        result.path("partialFingerprints").forEach(print -> text(print, "fingerprint"));
    }
}
