package org.desireline.app.web;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The JSON of a run, as a test looks things up in it. */
final class Answer {

    private final JsonNode root;
    private final Map<String, JsonNode> lines = new HashMap<>();
    private final String texts;

    Answer(String json) {
        this.root = JsonMapper.shared().readTree(json);
        root.path("readings").forEach(reading -> reading.get("lines").forEach(line ->
                lines.put(Clean.text(line.get("id").asString()), line)));
        TreeSet<String> all = new TreeSet<>();
        texts(root, all);
        root.findValuesAsString("label").forEach(label -> all.add(Words.label(label)));
        this.texts = String.join("\n", all).replace('\u00a0', ' ');
    }

    private static void texts(JsonNode at, Set<String> all) {
        if (at.isString()) {
            all.add(Clean.text(at.asString()));
        }
        at.forEach(inner -> texts(inner, all));
    }

    JsonNode root() {
        return root;
    }

    @Nullable JsonNode line(String id) {
        return lines.get(id);
    }

    /** Whether some text of it holds another. */
    boolean says(String text) {
        return texts.contains(text.replace('\u00a0', ' '));
    }

    /** A number of a line, or null where it has none. */
    @Nullable JsonNode number(String id, String part) {
        JsonNode line = lines.get(id);
        if (line == null || line.get("value") == null) {
            return null;
        }
        return switch (part) {
            case "sensitivityLow" -> line.get("sensitivity").get(0);
            case "sensitivityHigh" -> line.get("sensitivity").get(1);
            default -> line.get(part);
        };
    }

    /** A number of the run, by its path. */
    @Nullable JsonNode at(String path) {
        if (!path.startsWith("readings/")) {
            JsonNode at = root;
            for (String step : path.split("/", -1)) {
                at = at == null ? null : at.isArray() ? at.get(Integer.parseInt(step)) : at.get(step);
            }
            return at;
        }
        String[] steps = path.split("/", 4);
        for (JsonNode reading : root.get("readings")) {
            if (reading.get("instrument").asString().equals(steps[1])) {
                return steps.length == 3 ? reading.get(steps[2]) : reading.get(steps[2]).get(steps[3]);
            }
        }
        return null;
    }
}
