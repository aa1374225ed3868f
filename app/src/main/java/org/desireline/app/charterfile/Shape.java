package org.desireline.app.charterfile;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.NodePath;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.desireline.charter.Nearest;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The published JSON Schema of charters, held against a file; what it finds is said in words, at the very entry. */
final class Shape {

    /** The name of the schema's file. */
    static final String FILE = "charter-1.schema.json";
    private static final Pattern LOOSE_DAY = Pattern.compile("(\\d{1,4})[-./](\\d{1,2})[-./](\\d{1,4})");

    private static final String TEXT = load();
    private static final JsonNode ROOT = JsonMapper.shared().readTree(TEXT);
    private static final Schema SCHEMA =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(ROOT);

    private final YamlTree tree;
    private final Set<Node> bad = Collections.newSetFromMap(new IdentityHashMap<>());
    private boolean whole = true;

    private Shape(YamlTree tree) {
        this.tree = tree;
    }

    /** The schema as it is published. */
    static String text() {
        return TEXT;
    }

    private static String load() {
        try (InputStream in = Shape.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE + " is not beside its class. Perhaps the build left it out.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Holds the schema against a tree and notes its mistakes there. */
    static Shape of(YamlTree tree, MappingNode root) {
        Shape shape = new Shape(tree);
        List<Error> errors = new ArrayList<>(SCHEMA.validate(json(root)));
        errors.stream().filter(error -> !isMeant(error, errors)).forEach(error -> shape.tell(error, root));
        return shape;
    }

    /** Whether the value of a node was refused. */
    boolean isBad(Node node) {
        return bad.contains(node);
    }

    /** Whether nothing is missing that other entries may refer to. */
    boolean isWhole() {
        return whole;
    }

    /** Whether what is missing stands there, misspelt. */
    private static boolean isMeant(Error missing, List<Error> errors) {
        return "required".equals(missing.getKeyword()) && errors.stream().anyMatch(error ->
                "additionalProperties".equals(error.getKeyword())
                        && error.getInstanceLocation().equals(missing.getInstanceLocation())
                        && Nearest.of(String.valueOf(error.getProperty()), said(error).path("properties")
                                .propertyNames()).equals(missing.getProperty()));
    }

    private void tell(Error error, MappingNode root) {
        NodePath path = error.getInstanceLocation();
        Node node = find(root, path);
        JsonNode said = said(error);
        String name = path.getNameCount() == 0 ? "" : path.getName(path.getNameCount() - 1);
        switch (String.valueOf(error.getKeyword())) {
            case "additionalProperties" -> unknown((MappingNode) node, String.valueOf(error.getProperty()), said);
            case "required" -> {
                whole = false;
                bad.add(node);
                missing(node, String.valueOf(error.getProperty()), said);
            }
            default -> {
                whole &= !isReference(name, path);
                bad.add(node);
                value(node, String.valueOf(error.getKeyword()), said);
            }
        }
    }

    /** Ids that others refer to; where one cannot be read, nothing can be said about those who refer to it. */
    private static boolean isReference(String name, NodePath path) {
        return name.equals("id") || name.equals("kind") || path.getNameCount() <= 2;
    }

    private void unknown(MappingNode node, String key, JsonNode said) {
        List<String> known = new ArrayList<>(said.path("properties").propertyNames());
        Node at = node.getValue().stream().map(NodeTuple::getKeyNode)
                .filter(other -> ((ScalarNode) other).getValue().equals(key)).findFirst().orElse(node);
        String nearest = Nearest.of(key, known);
        boolean requires = said.path("required").valueStream().anyMatch(name -> name.asString().equals(nearest));
        whole &= !said.equals(ROOT) && !requires;
        if (requires) {
            bad.add(node);
        }
        tree.error(tree.place(at), "unknown entry `" + key + "`", nearest.isEmpty()
                ? "Perhaps one of: " + String.join(", ", known) : "Perhaps you meant `" + nearest + ":`");
    }

    private void missing(Node node, String key, JsonNode said) {
        String example = example(resolved(said.path("properties").path(key)));
        tree.error(tree.place(node), "`" + key + "` is missing",
                "Perhaps add `" + key + ": " + example + "`");
    }

    private void value(Node node, String keyword, JsonNode said) {
        String title = title(said);
        String what;
        if (!(node instanceof ScalarNode scalar)) {
            boolean empty = keyword.equals("minItems");
            String found = node instanceof SequenceNode ? "a list" : "a group of entries";
            what = empty ? "an empty list stands here, where " + title + " belongs"
                    : found + " stands here, where " + title + " belongs";
        } else if (scalar.getTag().equals(Tag.NULL)) {
            what = "nothing is written here, where " + title + " belongs";
        } else {
            String text = scalar.getValue();
            what = "`" + (text.length() > 60 ? text.substring(0, 60) + "…" : text) + "` is " + switch (keyword) {
                case "type" -> kind(scalar) + ", not " + title;
                case "minimum", "exclusiveMinimum" -> "too small: "
                        + (keyword.equals("minimum") ? "at least " : "more than ") + said.path(keyword).asString();
                case "maximum" -> "too large: at most " + said.path(keyword).asString();
                case "maxLength" -> "too long: at most " + said.path(keyword).asString() + " characters";
                default -> "not " + title;
            };
        }
        tree.error(tree.place(node), what, perhaps(node, keyword, said));
    }

    private static String perhaps(Node node, String keyword, JsonNode said) {
        String example = example(said);
        boolean wantsList = said.path("type").asString("").equals("array");
        if (node instanceof ScalarNode scalar && !scalar.getTag().equals(Tag.NULL)) {
            String text = scalar.getValue();
            if (wantsList) {
                return "Perhaps you meant [" + text + "]";
            }
            if (keyword.equals("type") && said.path("type").asString("").equals("string")
                    && !said.has("enum") && fits(text, said)) {
                return "Perhaps put it into quotes: \"" + text + "\"";
            }
            if (keyword.startsWith("m") || keyword.startsWith("exclusive")) {
                return keyword.equals("minLength") ? "Perhaps you meant " + example : "";
            }
            Matcher day = LOOSE_DAY.matcher(text);
            if (title(said).equals("a day") && day.matches()) {
                return "Perhaps you meant " + day(day);
            }
            if (said.has("enum")) {
                List<String> known = said.get("enum").valueStream().map(JsonNode::asString).toList();
                String nearest = Nearest.of(text, known);
                return nearest.isEmpty() ? "Perhaps one of: " + String.join(", ", known)
                        : "Perhaps you meant `" + nearest + "`";
            }
            if (title(said).equals("true or false")) {
                return "Perhaps you meant " + (text.matches("(?i)y|yes|on|1") ? "true" : "false");
            }
            if (title(said).equals("an id")) {
                String id = text.strip().replaceAll("[^\\p{L}\\p{N}._-]+", "-").replaceAll("^[-._]+|-+$", "");
                return "Perhaps you meant " + (id.isEmpty() ? example : id);
            }
        }
        boolean wrapped = !(node instanceof ScalarNode) && said.path("type").asString("").equals("string");
        return "Perhaps " + (wrapped ? "without the brackets: " : "you meant ") + example;
    }

    private static boolean fits(String text, JsonNode said) {
        return !said.has("pattern") || Pattern.compile(said.get("pattern").asString()).matcher(text).find();
    }

    private static String day(Matcher loose) {
        boolean yearFirst = loose.group(1).length() == 4;
        String pad = "0";
        String month = loose.group(2).length() < 2 ? pad + loose.group(2) : loose.group(2);
        String end = loose.group(yearFirst ? 3 : 1);
        return loose.group(yearFirst ? 1 : 3) + "-" + month + "-" + (end.length() < 2 ? pad + end : end);
    }

    private static String kind(ScalarNode scalar) {
        Tag tag = scalar.getTag();
        return tag.equals(Tag.INT) || tag.equals(Tag.FLOAT) ? "a number"
                : tag.equals(Tag.BOOL) ? "true or false" : "a text";
    }

    /** The part of the schema that a value was held against. */
    private static JsonNode said(Error error) {
        String location = error.getSchemaLocation().toString();
        String pointer = location.substring(location.indexOf('#') + 1);
        return ROOT.at(pointer.substring(0, pointer.lastIndexOf('/')));
    }

    private static JsonNode resolved(JsonNode said) {
        return said.has("$ref") ? ROOT.at(said.get("$ref").asString().substring(1)) : said;
    }

    private static String title(JsonNode said) {
        return said.path("title").asString(resolved(said).path("title").asString("a value"));
    }

    private static String example(JsonNode said) {
        JsonNode example = said.at("/examples/0");
        example = example.isMissingNode() ? resolved(said).at("/examples/0") : example;
        return example.isString() ? example.asString()
                : example.toString().replace("\"", "").replace(":", ": ").replace(",", ", ");
    }

    private static Node find(MappingNode root, NodePath path) {
        Node at = root;
        for (int i = 0; i < path.getNameCount(); i++) {
            Object element = path.getElement(i);
            if (at instanceof SequenceNode sequence) {
                at = sequence.getValue().get(((Number) element).intValue());
            } else if (at instanceof MappingNode mapping) {
                String key = String.valueOf(element);
                at = mapping.getValue().stream()
                        .filter(tuple -> ((ScalarNode) tuple.getKeyNode()).getValue().equals(key)).findFirst()
                        .orElseThrow().getValueNode();
            }
        }
        return at;
    }

    private static JsonNode json(Node node) {
        JsonNodeFactory make = JsonNodeFactory.instance;
        if (node instanceof MappingNode mapping) {
            ObjectNode object = make.objectNode();
            mapping.getValue().forEach(tuple ->
                    object.set(((ScalarNode) tuple.getKeyNode()).getValue(), json(tuple.getValueNode())));
            return object;
        }
        if (node instanceof SequenceNode sequence) {
            ArrayNode array = make.arrayNode();
            sequence.getValue().forEach(value -> array.add(json(value)));
            return array;
        }
        String text = ((ScalarNode) node).getValue();
        Tag tag = node.getTag();
        try {
            return tag.equals(Tag.NULL) ? make.nullNode()
                    : tag.equals(Tag.BOOL) ? make.booleanNode(text.equalsIgnoreCase("true"))
                    : tag.equals(Tag.INT) ? make.numberNode(Long.parseLong(text))
                    : tag.equals(Tag.FLOAT) ? make.numberNode(new java.math.BigDecimal(text)) : make.stringNode(text);
        } catch (NumberFormatException odd) {
            return make.stringNode(text);
        }
    }
}
